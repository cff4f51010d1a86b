import type { Instant } from '../basics/instant.ts';
import type { Language } from '../basics/language.ts';
import { isCalendarDate, type LocalTime, toInstant, toLocalTime } from '../basics/local-time.ts';
import { toE164 } from '../basics/phone-number.ts';
import { mayDial } from '../gate/gate.ts';
import { type GateReason, gateReasonTexts } from '../gate/gate-reasons.ts';
import type { GateFacts } from '../gate/question.ts';
import { judgeOrder } from '../order/order.ts';
import { type OrderProblem, orderProblemText } from '../order/order-problem.ts';
import {
  type Columns,
  isDoNotCall,
  type OrderFields,
  type Row,
  Status,
  textOf,
} from '../row/row.ts';
import { zoneOf } from '../row/row-zone.ts';
import { fieldProblemText } from '../script/fields/field-problem.ts';
import type { Task } from '../task/task.ts';
import { asFieldProblem } from './promise-problem.ts';

/** The columns with which a form asks for the next call. */
export interface PromiseFields {
  callaftermin?: string | number | undefined;
  date_callback?: string | undefined;
  time_callback?: string | undefined;
}

export interface AskedPromise {
  row: Row;
  task: Task;
  promised: PromiseFields;
  /** When it was asked for: minutes count from then, and *past* means before then. */
  askedAt: Instant;
  now: Instant;
  facts: GateFacts;
}

export type PromiseVerdict =
  | { kind: 'taken'; dueAt: Instant; fields: OrderFields }
  /** It can be kept, but the customer may not be called then. */
  | { kind: 'barred-then'; dueAt: Instant; zone: string; reason: GateReason; nextAt?: Instant }
  /** The number may not be called at all. */
  | { kind: 'barred' }
  | { kind: 'past'; zone: string; now: Instant }
  | { kind: 'senseless'; problem: OrderProblem };

/** What would become of the promise: the rule of the row's own order columns, then the gate. */
export function judgePromise(asked: AskedPromise): PromiseVerdict {
  const { row, task, promised, askedAt, now, facts } = asked;
  if (isDoNotCall(row) || facts.saidNo !== undefined) return { kind: 'barred' };
  const columns: Columns = {
    ...withoutOrder(row.columns),
    ...promised,
    status: Status.callAtPromise,
  };
  const written = { earliest: askedAt, latest: askedAt };
  const verdict = judgeOrder({ columns, own: {}, task, written });
  if (verdict.kind === 'refused') return refusalOf(asked, verdict.problem);
  if (verdict.kind !== 'taken') throw new Error(`a new order is taken or refused: ${verdict.kind}`);
  const { dueAt, fields } = verdict;
  const to = toE164(textOf(columns.tel) ?? '', task.country);
  const permission = mayDial({ to, columns, task, at: Math.max(dueAt, now), facts });
  if (permission.may) return { kind: 'taken', dueAt, fields };
  const { may: _, ...refusal } = permission;
  return { kind: 'barred-then', dueAt, zone: zoneOf(columns, task), ...refusal };
}

function refusalOf(
  { row, task, promised, askedAt, now }: AskedPromise,
  problem: OrderProblem,
): PromiseVerdict {
  const zone = zoneOf(row.columns, task);
  const { date_callback: date, time_callback: time } = promised;
  const isMoment = isTime(time) && date !== undefined && isCalendarDate(date);
  const isPast = isMoment && toInstant({ date, time }, zone) < askedAt;
  return isPast ? { kind: 'past', zone, now } : { kind: 'senseless', problem };
}

function isTime(text: string | undefined): text is string {
  return text !== undefined && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text);
}

function withoutOrder(columns: Columns): Columns {
  const { callaftermin: _, date_callback: __, time_callback: ___, ...rest } = columns;
  return rest;
}

export type UnkeptPromise = Exclude<PromiseVerdict, { kind: 'taken' }>;

/** Why the promise is not made, for the operator. */
export function promiseSentence(verdict: UnkeptPromise, language: Language): string {
  switch (verdict.kind) {
    case 'senseless':
      return senseless(verdict.problem, language);
    case 'past':
      return past[language](`${shown(toLocalTime(verdict.now, verdict.zone))} (${verdict.zone})`);
    case 'barred':
      return barred[language];
    case 'barred-then':
      return barredThen[language](whenOf(verdict), gateReasonTexts[verdict.reason][language]);
    default:
      return verdict satisfies never;
  }
}

function senseless(problem: OrderProblem, language: Language): string {
  const known = asFieldProblem(problem);
  return known ? fieldProblemText(known, language) : orderProblemText(problem, language);
}

interface When {
  at: string;
  next: string | undefined;
}

function whenOf({ dueAt, nextAt, zone }: UnkeptPromise & { kind: 'barred-then' }): When {
  const next = nextAt === undefined ? undefined : shown(toLocalTime(nextAt, zone));
  return { at: shown(toLocalTime(dueAt, zone)), next };
}

function shown({ date, time }: LocalTime): string {
  return `${date} ${time.slice(0, 5)}`;
}

const barred: Record<Language, string> = {
  en: 'the number may not be called (status 14); a supervisor can lift that',
  ru: 'на этот номер звонить нельзя (статус 14); снять запрет может супервизор',
};

const past: Record<Language, (now: string) => string> = {
  en: (now) => `that moment was past: the customer’s clock shows ${now}`,
  ru: (now) => `этот момент уже прошёл: на часах клиента ${now}`,
};

const barredThen: Record<Language, (when: When, reason: string) => string> = {
  en: ({ at, next }, reason) =>
    `the customer may not be called at ${at} their time: ${reason}; ${next ? `the next moment is ${next}` : 'there is no later moment'}`,
  ru: ({ at, next }, reason) =>
    `в ${at} по времени клиента звонить нельзя: ${reason}; ${next ? `ближайшее время — ${next}` : 'другого времени нет'}`,
};
