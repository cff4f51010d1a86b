import { computed } from '@preact/signals';
import type { Board } from '../../../contract/board.ts';
import type { AttemptView } from '../../../contract/calls.ts';
import type { OperatorState } from '../../../contract/people.ts';
import { now, serverNow, setServerTime } from '../../browser/clock.ts';
import { ask } from '../../shell/api/ask.ts';
import { resource } from '../../shell/api/resource.ts';
import { onLive, onLiveReturn } from '../../shell/live.ts';
import { isoDay, ownZone } from '../../words/times.ts';
import { operatorById, taskById } from '../directory.ts';
import { type Staff, staffOf } from './staff.ts';

export const board = resource<Board>(async () => {
  const answer = await ask('GET', '/board');
  if (answer.kind === 'done') setServerTime(answer.value.now);
  return answer;
});

export const today = resource(() => {
  const day = isoDay(serverNow());
  return ask('POST', '/figures', { from: day, to: day, timeZone: ownZone });
});

/** The next promised calls, the earliest first. */
export const upcoming = resource(() => ask('POST', '/promises', { which: 'upcoming' }));

export const overdue = resource(() => ask('POST', '/promises', { which: 'overdue' }));

/** Those that are on, the longest first. */
export const liveCalls = computed(() =>
  (board.value.value?.calls ?? [])
    .filter((it) => it.state !== 'over')
    .sort((a, b) => a.claimedAt.localeCompare(b.claimedAt)),
);

/** What the operators do: as the board said, and as their calls say since. */
const operatorStates = computed(() =>
  (board.value.value?.operators ?? [])
    .filter((it) => it.state !== 'gone')
    .map((it) => stateNow(it, liveCalls.value, now.value)),
);

/** Those whom a task lists; everybody, if it is an empty text. */
export function staffOfTask(task: string): Staff[] {
  const listed = taskById(task)?.operators;
  return operatorStates.value
    .filter(({ id }) => listed === undefined || listed.includes(id))
    .map((it) => staffOf(it, operatorById(it.id)?.at));
}

function stateNow(
  operator: OperatorState,
  calls: readonly AttemptView[],
  at: number,
): OperatorState {
  const call = calls.find((it) => it.operator.id === operator.id);
  if (call !== undefined) return { ...operator, ...stateInCall(call) };
  const isWrapUpOver = operator.freeAt !== undefined && Date.parse(operator.freeAt) <= at;
  const inCall = ['ringing', 'waiting', 'talking'].includes(operator.state);
  if (inCall || (operator.state === 'wrap-up' && isWrapUpOver)) {
    return { id: operator.id, name: operator.name, online: operator.online, state: 'free' };
  }
  return operator;
}

function stateInCall(call: AttemptView): Pick<OperatorState, 'state' | 'since' | 'attempt'> {
  const since = call.bridgedAt ?? call.legs.operator.at ?? call.claimedAt;
  return { state: operatorStateBy[call.state], since, attempt: call.id };
}

const operatorStateBy = {
  connecting: 'ringing',
  ringing: 'ringing',
  waiting: 'waiting',
  dialling: 'waiting',
  talking: 'talking',
  over: 'wrap-up',
} as const satisfies Record<AttemptView['state'], OperatorState['state']>;

/** One with more facts is newer. */
function mergeCall(attempt: AttemptView): void {
  const held = board.value.value;
  if (held === undefined) return;
  const known = held.calls.find(({ id }) => id === attempt.id);
  if (known !== undefined && known.facts.length > attempt.facts.length) return;
  const others = held.calls.filter(({ id }) => id !== attempt.id);
  board.set({ ...held, calls: [...others, attempt] });
}

/** What is told in bursts is asked for once. */
const burstMilliseconds = 1500;
/** Who opened or closed a desk is not told. */
const lookMilliseconds = 30_000;

/** Keeps the board up to date; what is returned ends that. */
export function followBoard(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const refreshAll = () => {
    waiting = undefined;
    for (const it of [board, today, overdue, upcoming]) void it.refresh();
  };
  const refreshSoon = () => {
    waiting ??= setTimeout(refreshAll, burstMilliseconds);
  };
  refreshAll();
  const look = setInterval(refreshSoon, lookMilliseconds);
  const ends = [
    onLive('attempt', ({ attempt }) => {
      mergeCall(attempt);
      refreshSoon();
    }),
    onLive('promises', refreshSoon),
    onLive('directory', refreshSoon),
    onLiveReturn(refreshAll),
  ];
  return () => {
    clearTimeout(waiting);
    clearInterval(look);
    for (const end of ends) end();
  };
}
