import type { AttemptView, PastAttempt } from '../../../contract/calls.ts';
import { serverNow } from '../../browser/clock.ts';
import { ask } from '../../shell/api/ask.ts';
import { resource } from '../../shell/api/resource.ts';
import { isoDay } from '../../words/times.ts';

/** The next callbacks that are promised for the operator, the earliest first. */
export const promises = resource(() => ask('GET', '/me/promises'));

/** Their calls of today, the newest first. */
export const today = resource(async () => {
  const answer = await ask('GET', '/me/history');
  if (answer.kind !== 'done') return answer;
  return { ...answer, value: { attempts: withHeard(answer.value.attempts) } };
});

/** The calls that ended while this page was open: the list learns of them a moment later than it. */
const heard = new Map<string, PastAttempt>();

export function hearOfEnd(attempt: AttemptView): void {
  heard.set(attempt.id, attempt);
  today.set({ attempts: withHeard(today.value.value?.attempts ?? []) });
}

function withHeard(told: readonly PastAttempt[]): PastAttempt[] {
  const known = new Set(told.map(({ id }) => id));
  const missing = [...heard.values()].filter(
    ({ id, claimedAt }) => !known.has(id) && isoDay(claimedAt) === isoDay(serverNow()),
  );
  return [...missing, ...told].sort((one, other) => other.claimedAt.localeCompare(one.claimedAt));
}
