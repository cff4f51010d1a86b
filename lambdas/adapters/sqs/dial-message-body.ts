import { parseAttemptId } from '../../domain/attempt/attempt.ts';
import type { LockKey } from '../../domain/attempt/lock.ts';
import { fromIso, type Instant, toIso } from '../../domain/basics/instant.ts';
import { isRowId } from '../../domain/row/row-id.ts';
import { isTaskId } from '../../domain/task/task-id.ts';
import type { DialMessage } from '../../ports/calls/dial-queue.ts';

/**
 * The dial queue's messages as they travel, one of
 *
 *   {"task": "demo", "Id": 17, "dueAt": "2026-11-23T10:00:00.000Z"}   call
 *   {"check": "demo.17.k3x"}
 *   {"recordings": "demo.17.k3x", "call": "CA…", "tries": 0}
 *   {"recordings": "due"}                                           those to be deleted
 *   {"offer": "operator:anna"}
 *   {"slot": "free"}
 *   {"retime": "demo", "from": "…"}                                 a first one without "from"
 *   {"judge": {"task": "demo", "Id": "17"}, "earliest": "…", "latest": "…", "sequence": "111",
 *    "mark": "k2x…", "wasBarred": true}                              the last two where they are so
 *
 * The first is also what a timer carries; one that was sent by an earlier version may hold a `slotAt`.
 */
export function encodeDialMessage(message: DialMessage): string {
  switch (message.kind) {
    case 'call':
      return JSON.stringify({ ...message.row, dueAt: toIso(message.dueAt) });
    case 'check':
      return JSON.stringify({ check: message.attempt });
    case 'recordings': {
      const { attempt, call, tries } = message;
      return JSON.stringify({ recordings: attempt, call, tries });
    }
    case 'remove-recordings':
      return removeRecordings;
    case 'offer':
      return JSON.stringify({ offer: message.operator });
    case 'slot-free':
      return slotFree;
    case 'retime':
      return JSON.stringify({
        retime: message.task,
        ...(message.from !== undefined && { from: toIso(message.from) }),
      });
    case 'judge':
      return inAscii(JSON.stringify(judgement(message)));
    default:
      return message satisfies never;
  }
}

const removeRecordings = JSON.stringify({ recordings: 'due' });
const slotFree = JSON.stringify({ slot: 'free' });

function judgement({ row, written, sequence, mark, wasBarred }: DialMessage & { kind: 'judge' }) {
  const [earliest, latest] = [toIso(written.earliest), toIso(written.latest)];
  return { judge: row, earliest, latest, sequence, mark, wasBarred };
}

/** A task's name is whatever others wrote: SQS refuses characters that XML does not have. */
function inAscii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => {
    const code = unit.charCodeAt(0).toString(16);
    return `\\u${code.padStart(4, '0')}`;
  });
}

/** @throws when the body is no dial message; the text is not quoted, it may hold a phone number */
export function decodeDialMessage(body: string): DialMessage {
  const message = readMessage(parse(body));
  if (message !== undefined) return message;
  throw new Error(
    'a dial message must be {"task", "Id", "dueAt"}, {"check"}, {"recordings"[, "call", "tries"]}, {"offer"}, {"slot"}, {"retime"[, "from"]} or {"judge", "earliest", "latest", "sequence"[, "mark"][, "wasBarred"]}, got something else',
  );
}

function parse(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function readMessage(given: Record<string, unknown>): DialMessage | undefined {
  if ('judge' in given) return readJudgement(given);
  switch (Object.keys(given).sort().join()) {
    case 'check':
      return readCheck(given.check);
    case 'recordings':
      return given.recordings === 'due' ? { kind: 'remove-recordings' } : undefined;
    case 'call,recordings,tries':
      return readRecordings(given);
    case 'offer':
      return readOffer(given.offer);
    case 'slot':
      return given.slot === 'free' ? { kind: 'slot-free' } : undefined;
    case 'retime':
    case 'from,retime':
      return readRetime(given);
    case 'Id,dueAt,task':
    case 'Id,dueAt,slotAt,task':
      return readCall(given);
    default:
      return undefined;
  }
}

function readCheck(attempt: unknown): DialMessage | undefined {
  const parts = typeof attempt === 'string' ? parseAttemptId(attempt) : undefined;
  return parts && { kind: 'check', attempt: parts.id };
}

function readRecordings({
  recordings,
  call,
  tries,
}: Record<string, unknown>): DialMessage | undefined {
  const parts = typeof recordings === 'string' ? parseAttemptId(recordings) : undefined;
  if (parts === undefined || typeof call !== 'string' || call === '') return undefined;
  return { kind: 'recordings', attempt: parts.id, call, tries: Number(tries) || 0 };
}

function readRetime({ retime, from }: Record<string, unknown>): DialMessage | undefined {
  if (typeof retime !== 'string' || !isTaskId(retime)) return undefined;
  const at = readInstant(from);
  if (from !== undefined && at === undefined) return undefined;
  return { kind: 'retime', task: retime, ...(at !== undefined && { from: at }) };
}

function readOffer(operator: unknown): DialMessage | undefined {
  const isLock = typeof operator === 'string' && /^operator:./.test(operator);
  return isLock ? { kind: 'offer', operator: operator as LockKey } : undefined;
}

function readCall(given: Record<string, unknown>): DialMessage | undefined {
  const { task, Id } = given;
  const dueAt = readInstant(given.dueAt);
  if (typeof task !== 'string' || task === '' || !isRowId(Id) || dueAt === undefined) {
    return undefined;
  }
  return { kind: 'call', row: { task, Id }, dueAt };
}

function readJudgement(given: Record<string, unknown>): DialMessage | undefined {
  const { judge, sequence, mark, wasBarred } = given;
  const [earliest, latest] = [readInstant(given.earliest), readInstant(given.latest)];
  if (!isExactKey(judge) || earliest === undefined || latest === undefined) return undefined;
  return {
    kind: 'judge',
    row: { task: judge.task, Id: judge.Id },
    written: { earliest, latest },
    sequence: String(sequence),
    ...(typeof mark === 'string' && { mark }),
    ...(wasBarred === true && { wasBarred }),
  };
}

function isExactKey(key: unknown): key is { task: string; Id: string } {
  if (typeof key !== 'object' || key === null) return false;
  const { task, Id } = key as Record<string, unknown>;
  return typeof task === 'string' && typeof Id === 'string' && task !== '' && Id !== '';
}

/** Nothing but our own form: what else `Date.parse` takes could mean another time zone. */
function readInstant(text: unknown): Instant | undefined {
  const at = fromIso(text);
  return at !== undefined && toIso(at) === text ? at : undefined;
}
