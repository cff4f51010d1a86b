import type { Answers, Script } from '../script.ts';

/** Whether the answers say that a machine answered instead of the customer. */
export function saysVoicemail({ steps }: Script, answers: Answers): boolean {
  const fields = steps.flatMap((step) => step.fields);
  return fields.some(({ type, id }) => type === 'voicemail' && answers[id] === true);
}
