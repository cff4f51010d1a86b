import type { Answers, Field, Script, Value } from '../../../../domain/script/script.ts';

/** The answer that says what came of a talk: that to the script's first choice. */
export function resultOf(
  { steps }: Pick<Script, 'steps'>,
  answers: Answers,
): { field: Field; value: Value } | undefined {
  const field = steps.flatMap(({ fields }) => fields).find(({ type }) => type === 'choice');
  const value = field && answers[field.id];
  return field && value !== undefined ? { field, value } : undefined;
}
