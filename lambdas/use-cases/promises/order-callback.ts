import { type Instant, minute } from '../../domain/basics/instant.ts';
import { toLocalTime } from '../../domain/basics/local-time.ts';
import { toE164 } from '../../domain/basics/phone-number.ts';
import { mayDial } from '../../domain/gate/gate.ts';
import { spokenZone } from '../../domain/gate/zones/customer-zones.ts';
import {
  type Message,
  type SpokenMoment,
  spokenLanguageOf,
  type VoiceStep,
} from '../../domain/phone/voice-step.ts';
import { dueAtOf, isDoNotCall, isInService, type RowKey, Status } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { RowEditor } from '../../ports/rows/row-editor.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { aboutRow, type GatePorts, readGateFacts } from '../gate/read-gate-facts.ts';
import { barNumber } from '../numbers/bar-number.ts';
import { numberOf } from '../numbers/rows-of-number.ts';
import { editRow } from './edit-row.ts';
import { type JudgePorts, judgeRow } from './judge-row.ts';

export type OrderPorts = JudgePorts & GatePorts & { rowEditor: Pick<RowEditor, 'edit'> };

/** What a customer keyed after hearing that nobody is free. */
export interface CallbackOrder {
  row: RowKey;
  /** Who keyed it, as the network says: an order is for the number that calls, and no other. */
  from: string;
  digits: string;
  /** When they were asked. */
  offeredAt: Instant;
  /** How often before it made no sense. */
  tries: number;
}

const mostTries = 2;

/** The question and the longest thought about it; what comes later is an old request again. */
const longestThought = 2 * minute;

/** Pressed by a caller who wants to be called no more. */
const noMoreKey = '0';

/** A day ahead: what is later is promised in a talk. */
const mostMinutes = 1440;

/** Nobody is free: the customer hears when they will be called, where that is promised, and what to press. */
export async function offerCallback(
  ports: Pick<JudgePorts, 'rows' | 'clock'> & GatePorts,
  { row: key, task, tries = 0 }: { row: RowKey; task: Task; tries?: number },
): Promise<VoiceStep> {
  const { rows, clock } = ports;
  const row = await rows.get(key);
  if (row !== undefined && !(await mayEverBeCalled(ports, row, task)))
    return tell('nobody-free', task);
  const dueAt = dueAtOf(row);
  const promised =
    row === undefined || dueAt === undefined
      ? undefined
      : promisedMoment(row, task, { at: dueAt, now: clock.now() });
  return {
    kind: 'offer-callback',
    row: key,
    promised,
    at: clock.now(),
    tries,
    tongue: spokenLanguageOf(task),
  };
}

/** Nothing is offered that could not be kept: to a number that no gate will ever let be called. */
async function mayEverBeCalled(
  ports: Pick<JudgePorts, 'clock'> & GatePorts,
  row: StoredRow,
  task: Task,
): Promise<boolean> {
  const asked = aboutRow(row, task);
  const facts = await readGateFacts(ports, asked);
  const question = { to: asked.to, columns: row.columns, task, at: ports.clock.now(), facts };
  const answer = mayDial(question);
  return answer.may || answer.nextAt !== undefined;
}

/** What is overdue waits for somebody to be free. */
function promisedMoment(
  row: StoredRow,
  task: Task,
  { at, now }: { at: Instant; now: Instant },
): SpokenMoment | 'soon' {
  return at <= now ? 'soon' : spoken(row, task, { at, now });
}

/**
 * Orders a call as a person does, by writing the row: `1` for as soon as somebody is free, or so many
 * minutes. Whoever the row names stays named. The same order again orders nothing more: the row was
 * promised, or called, since they were asked.
 */
export async function orderCallback(ports: OrderPorts, order: CallbackOrder): Promise<VoiceStep> {
  const task = await ports.directory.task(order.row.task);
  const isOld = ports.clock.now() > order.offeredAt + longestThought;
  if (task === undefined || isOld) return { kind: 'hang-up' };
  const row = await ports.rows.get(order.row);
  const number = toE164(order.from, task.country);
  if (row === undefined) return tell('nobody-free', task);
  if (number === undefined || numberOf(row, task) !== number) return tell('trouble', task);
  if (order.digits === noMoreKey) return sayNo(ports, number, task);
  const minutes = minutesOf(order.digits);
  const tries = order.tries + 1;
  if (minutes === undefined) {
    return tries < mostTries
      ? offerCallback(ports, { row: order.row, task, tries })
      : tell('no-order', task);
  }
  if (isDoNotCall(row) || !(await mayEverBeCalled(ports, row, task)))
    return tell('nobody-free', task);
  if (await isBeingCalled(ports, row, order)) return tell('calling-you', task);
  const isAtOnce = minutes === 0;
  if ((row.own.promisedAt ?? 0) > order.offeredAt)
    return confirm(ports, { task, key: row.key, isAtOnce });
  const given = { status: Status.callAtPromise, callaftermin: minutes };
  const written = await editRow(ports, { task, Id: order.row.Id, given });
  if (written.kind !== 'changed') return tell('nobody-free', task);
  return judgeOrder(ports, { task, key: order.row, isAtOnce });
}

/** The caller’s own number is meant, for all tasks: they know of none. */
async function sayNo(ports: OrderPorts, number: string, task: Task): Promise<VoiceStep> {
  await barNumber(ports, { number, door: 'caller' });
  return tell('no-more-calls', task);
}

async function isBeingCalled(
  { attempts }: OrderPorts,
  row: StoredRow,
  { offeredAt }: CallbackOrder,
): Promise<boolean> {
  if (isInService(row)) return true;
  const [last] = await attempts.history(row.key, 1);
  return last !== undefined && last.claimedAt > offeredAt;
}

/** `1` means at once: nobody asks to be called in a minute by a call that begins with hanging up. */
function minutesOf(digits: string): number | undefined {
  if (!/^\d{1,4}$/.test(digits)) return undefined;
  const minutes = Number(digits);
  if (minutes <= 1) return minutes === 1 ? 0 : undefined;
  return minutes <= mostMinutes ? minutes : undefined;
}

interface Taken {
  task: Task;
  key: RowKey;
  isAtOnce: boolean;
}

/** Judged at this instant, so that what is said is what was promised. */
async function judgeOrder(ports: OrderPorts, taken: Taken): Promise<VoiceStep> {
  const now = ports.clock.now();
  const written = await ports.rows.get(taken.key);
  if (written !== undefined) await judgeRow(ports, written, { earliest: now, latest: now });
  ports.journal.count('CallbackOrdered');
  return confirm(ports, taken);
}

async function confirm(ports: OrderPorts, { task, key, isAtOnce }: Taken): Promise<VoiceStep> {
  const now = ports.clock.now();
  const row = await ports.rows.get(key);
  const dueAt = dueAtOf(row);
  if (row === undefined || dueAt === undefined) return tell('trouble', task);
  const { columns } = row;
  const asked = aboutRow(row, task);
  const facts = await readGateFacts(ports, asked);
  const permission = mayDial({ to: asked.to, columns, task, at: dueAt, facts });
  const at = permission.may ? dueAt : (permission.nextAt ?? dueAt);
  const moment = isAtOnce && at === dueAt ? undefined : spoken(row, task, { at, now });
  return { kind: 'confirm-callback', moment, tongue: spokenLanguageOf(task) };
}

function spoken(
  row: StoredRow,
  task: Task,
  { at, now }: { at: Instant; now: Instant },
): SpokenMoment {
  const zone = spokenZone({ columns: row.columns, task, to: numberOf(row, task) });
  return { at, zone, isToday: toLocalTime(at, zone).date === toLocalTime(now, zone).date };
}

function tell(message: Message, task: Task): VoiceStep {
  return { kind: 'tell', message, tongue: spokenLanguageOf(task) };
}
