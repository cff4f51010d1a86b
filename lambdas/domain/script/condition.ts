import type { Answers, Condition, Value } from './script.ts';

/** Whether the answers meet the condition; a field without an answer is none of the values. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('any' in condition) return condition.any.some((it) => holds(it, answers));
  if ('all' in condition) return condition.all.every((it) => holds(it, answers));
  const answer = answers[condition.field];
  if ('isSet' in condition) return (answer !== undefined) === condition.isSet;
  return answer !== undefined && valuesOf(condition.is).includes(answer);
}

export function valuesOf(is: Value | Value[]): Value[] {
  return Array.isArray(is) ? is : [is];
}
