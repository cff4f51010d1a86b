import { signal } from '@preact/signals';
import type { AttemptView, WrapUp } from '../../../../contract/calls.ts';
import { now } from '../../../browser/clock.ts';
import { toast } from '../../../parts/toasts.tsx';
import { type Answer, ask } from '../../../shell/api/ask.ts';
import { me } from '../../../shell/me.ts';
import { knownKeeper } from '../../form/keeping/form-keepers.ts';

/** The wrap-ups that were ended here before their time. */
const ended = signal<ReadonlySet<string>>(new Set());

/** What the server said of the last one for which more time was asked. */
const extended = signal<(WrapUp & { attempt: string }) | undefined>();

export function noteEnded(attempt: string): void {
  ended.value = new Set([...ended.value, attempt]);
}

/** When the next call may come, in milliseconds from now; not positive when it may. */
export function wrapUpLeft(call: AttemptView): number {
  return Date.parse(freeAtOf(call) ?? '') - now.value;
}

function freeAtOf({ id, operatorFreeAt }: AttemptView): string | undefined {
  if (ended.value.has(id)) return undefined;
  if (extended.value?.attempt === id) return extended.value.freeAt;
  const { wrapsUp, freeAt } = me.value.value?.operator ?? {};
  return wrapsUp === id ? freeAt : operatorFreeAt;
}

/** Whether more time may be had for the call. */
export function mayTakeTime(call: AttemptView): boolean {
  const known = extended.value?.attempt === call.id ? extended.value : undefined;
  return wrapUpLeft(call) > 0 && (known === undefined || known.freeAt < known.latestAt);
}

/** A minute more; the server says whether there is one. */
export async function takeMoreTime(call: AttemptView): Promise<void> {
  const answer = await requestTime(call);
  if (answer.kind !== 'done') toast(answer.sentence, 'bad');
}

async function requestTime({ id }: AttemptView): Promise<Answer<WrapUp>> {
  const answer = await ask('POST', `/attempts/${id}/more-time`);
  if (answer.kind === 'done') extended.value = { attempt: id, ...answer.value };
  return answer;
}

const pauseMilliseconds = 5000;

/** Whether somebody was typing into the call's form a moment ago: then the clock stands still. */
export function isWriting({ id }: Pick<AttemptView, 'id'>): boolean {
  const typedAt = knownKeeper(id)?.state.typedAt.value ?? 0;
  return typedAt > 0 && now.value - typedAt < pauseMilliseconds;
}

const shortMilliseconds = 30_000;
let asked = '';

/** Who types on gets more time before it runs out: once for each end that the server told. */
export function holdWhileWriting(call: AttemptView): void {
  const left = wrapUpLeft(call);
  const key = `${call.id} ${freeAtOf(call)}`;
  if (!isWriting(call) || !mayTakeTime(call) || left > shortMilliseconds || asked === key) return;
  asked = key;
  void requestTime(call);
}
