import { toE164 } from '../../domain/basics/phone-number.ts';
import type { Task } from '../../domain/task/task.ts';

/** No country's own numbers are meant: only those with a country code are read. */
const noCountry = 'ZZ';

/**
 * A number as a person gave it for a task, or for all: without a country code it is read where the
 * task is, or where all tasks are; where they are in several countries it needs its code.
 */
export function readNumber(
  text: string,
  tasks: readonly Pick<Task, 'country'>[],
): string | undefined {
  const [country = noCountry, another] = new Set(tasks.map((task) => task.country));
  return toE164(text, another === undefined ? country : noCountry);
}
