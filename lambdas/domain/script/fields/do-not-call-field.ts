import type { Answers, Script } from '../script.ts';

/** That the customer said no, as the answers tell: for the task, or for all where one of the fields is about all. */
export function noOf({ steps }: Script, answers: Answers): { all: boolean } | undefined {
  const said = steps
    .flatMap(({ fields }) => fields)
    .filter(({ type, id }) => type === 'do-not-call' && answers[id] === true);
  if (said.length === 0) return undefined;
  return { all: said.some((field) => 'all' in field && field.all === true) };
}
