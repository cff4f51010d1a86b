import { serverNow } from '../../browser/clock.ts';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { me } from '../../shell/me.ts';

interface PresenceChange {
  away?: boolean;
  /** One of those that are offered. */
  awayReason?: string;
  at?: string;
  currentTask?: string;
}

/** Says something about the operator; shown at once, and taken back where the server refuses. */
export async function changePresence(change: PresenceChange): Promise<void> {
  const before = me.value.value;
  if (before?.operator === undefined) return;
  const since = change.away !== undefined && { awaySince: new Date(serverNow()).toISOString() };
  me.set({ ...before, operator: { ...before.operator, ...change, ...since } });
  const answer = await ask('PATCH', '/me', change);
  if (answer.kind === 'done') return me.set(answer.value);
  me.set(before);
  toast(answer.sentence, 'bad');
}

/** Ends the wrap-up: the next call may come. */
export async function finishWrapUp(): Promise<boolean> {
  const answer = await ask('POST', '/me/done');
  if (answer.kind === 'done') me.set(answer.value);
  else toast(answer.sentence, 'bad');
  return answer.kind === 'done';
}
