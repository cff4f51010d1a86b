import { toE164 } from '../basics/phone-number.ts';
import { whyNoNumber } from '../gate/where.ts';
import type { Task } from '../task/task.ts';
import { neverCallable, type OrderProblem } from './order-problem.ts';

/** What is wrong with a text as the number to call; undefined for a phone number. */
export function telProblem(
  tel: string,
  { country }: Pick<Task, 'country'>,
): OrderProblem | undefined {
  if (toE164(tel, country) !== undefined) return undefined;
  const reason = whyNoNumber(tel, country);
  return reason === 'not-a-number'
    ? { code: 'not-a-phone', country, got: tel }
    : neverCallable(reason);
}
