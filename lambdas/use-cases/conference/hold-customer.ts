import { type Attempt, type AttemptId, isCustomerGone } from '../../domain/attempt/attempt.ts';
import { conferenceTimeout } from '../../domain/attempt/hold.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { Conferences } from '../../ports/calls/conferences.ts';
import type { Ports } from '../../ports/ports.ts';
import { type RecordOnPorts, recordOn } from '../recording/record-on.ts';

export type HoldPorts = RecordOnPorts &
  Pick<Ports, 'attempts' | 'directory' | 'dialler' | 'clock' | 'journal'> & {
    conferences: Conferences;
  };

/** `late`: they talk, but the network did not bring them into a conference in time. */
export type HoldAnswer = Attempt | 'nobody' | 'late';

/** How often it is asked whether both are in the conference, in milliseconds. */
const askEvery = 250;

/**
 * The customer hears music until the operator comes back. Only a conference can do that: the talk becomes
 * one when hold is first asked for. Both legs go on in it whatever is lost, and talk until the hold is there.
 */
export async function holdCustomer(ports: HoldPorts, id: AttemptId): Promise<HoldAnswer> {
  const attempt = await ports.attempts.get(id);
  const leg = attempt && (await customerLeg(ports, attempt));
  if (attempt === undefined || leg === undefined) return 'nobody';
  if (!(await isInConference(ports, attempt, leg))) return 'nobody';
  const task = await ports.directory.task(attempt.row.task);
  if (!(await isHeldInTime(ports, { id, leg, music: task?.holdMusic }))) return 'late';
  return noteHold(ports, id, true);
}

/** Both talk again. */
export async function resumeTalk(ports: HoldPorts, id: AttemptId): Promise<HoldAnswer> {
  const attempt = await ports.attempts.get(id);
  if (attempt?.facts.conference === undefined) return 'nobody';
  const leg = await customerLeg(ports, attempt);
  if (leg === undefined) return 'nobody';
  if (!(await ports.conferences.resume(id, leg))) return 'late';
  return noteHold(ports, id, false);
}

/** Who called in is not held yet: there the operator's leg hangs on the customer's. */
async function customerLeg({ dialler }: HoldPorts, attempt: Attempt): Promise<string | undefined> {
  const { operatorCreated, operatorEnded, conferenceLeft, messageLeft } = attempt.facts;
  if (operatorCreated === undefined || attempt.origin === 'inbound') return undefined;
  if (operatorEnded || conferenceLeft || messageLeft || isCustomerGone(attempt)) return undefined;
  const legs = await dialler.childrenOf(operatorCreated.sid);
  return legs.find(({ state }) => state === 'answered')?.sid;
}

/**
 * Sent there, or long enough ago. That it is sent is written before: the operator's leg, whose Dial is over
 * with that, must find it. A leg is not sent twice while it is on its way: it would leave what it just joined.
 */
async function isInConference(ports: HoldPorts, attempt: Attempt, leg: string): Promise<boolean> {
  const { id } = attempt;
  const { attempts, conferences, dialler, clock, journal } = ports;
  const at = clock.now();
  const unless = ['settled', 'customerEnded', 'operatorEnded', 'messageLeft'] as const;
  const marked = await attempts.record(id, { kind: 'conference', at }, unless);
  const since = marked?.facts.conference?.at;
  if (since === undefined) return false;
  const isLost = at > since + conferenceTimeout && !(await conferences.resume(id, leg));
  if (since !== at && !isLost) return true;
  await dialler.confer(leg, id);
  await recordOn(ports, attempt);
  journal.note('talk became a conference', { attempt: id });
  return true;
}

interface Held {
  id: AttemptId;
  leg: string;
  music: string | undefined;
}

/** As soon as both are in. */
async function isHeldInTime(ports: HoldPorts, { id, leg, music }: Held): Promise<boolean> {
  const { conferences, clock } = ports;
  const until: Instant = clock.now() + conferenceTimeout;
  while (!(await conferences.hold(id, leg, music))) {
    if (clock.now() >= until) return false;
    await clock.sleepUntil(clock.now() + askEvery);
  }
  return true;
}

async function noteHold(ports: HoldPorts, id: AttemptId, isOn: boolean): Promise<HoldAnswer> {
  return (await ports.attempts.noteHold(id, { isOn, at: ports.clock.now() })) ?? 'nobody';
}
