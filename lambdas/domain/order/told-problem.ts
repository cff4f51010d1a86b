import { fromIso, type Instant } from '../basics/instant.ts';
import type { Language } from '../basics/language.ts';
import type { Row } from '../row/row.ts';
import type { Task } from '../task/task.ts';
import { judgeOrder } from './order.ts';
import { type OrderProblem, orderProblemText } from './order-problem.ts';

/** A row that says what is wrong with it: the system's `_problem`. */
export interface TroubledRow extends Row {
  task: Task;
}

/**
 * A row's English `_problem` in another language. Nothing more is kept of it than the sentence, so it
 * is found out again what it says; one that cannot be found out any more stays English.
 */
export function toldProblem(sentence: string, row: TroubledRow, language: Language): string {
  if (language === 'en') return sentence;
  const known = candidatesFor(sentence, row).find((it) => orderProblemText(it, 'en') === sentence);
  return known === undefined ? sentence : orderProblemText(known, language);
}

function candidatesFor(sentence: string, row: TroubledRow): OrderProblem[] {
  return [...constant, ...numbered(sentence), ...missed(sentence), ...judgedAgain(sentence, row)];
}

const constant: OrderProblem[] = [
  { code: 'no-live-call' },
  { code: 'tel-changed' },
  { code: 'already-made' },
  { code: 'never-callable', reason: 'may-not-be-called' },
  { code: 'never-callable', reason: 'outside-calling-hours' },
  { code: 'never-callable', reason: 'attempts-today-used-up' },
];

function numbered(sentence: string): OrderProblem[] {
  const error = /with error (\d+)$/.exec(sentence)?.[1];
  return error === undefined ? [] : [{ code: 'operator-refused', error: Number(error) }];
}

function missed(sentence: string): OrderProblem[] {
  const found = /promised for (\S+) was .* (\d+) s late, .*\((\d+)\)/.exec(sentence);
  const promisedFor = fromIso(found?.[1]);
  if (promisedFor === undefined) return [];
  const [lateSeconds, graceSeconds] = [Number(found?.[2]), Number(found?.[3])];
  return [{ code: 'missed', promisedFor, lateSeconds, graceSeconds }];
}

function judgedAgain(sentence: string, { columns, own, task }: TroubledRow): OrderProblem[] {
  const at = judgedAt(sentence);
  const { order } = own;
  const written = { earliest: at, latest: at };
  const verdict = judgeOrder({ columns, own: order ? { order } : {}, task, written });
  return verdict.kind === 'refused' ? [verdict.problem] : [];
}

/** Of what was past the sentence tells when it was; for all else it makes no difference. */
function judgedAt(sentence: string): Instant {
  return fromIso(/was past at (\S+);/.exec(sentence)?.[1]) ?? 0;
}
