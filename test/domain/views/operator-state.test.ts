import { type Observed, operatorStateOf } from '../../../lambdas/domain/views/operator-state.ts';
import { attemptWith, fact, instant } from '../../support/sample-attempt.ts';
import { anna } from '../../support/sample-task.ts';

const now = instant('2026-11-23T10:31:00Z');

function stateOf(given: Partial<Observed>) {
  const plain = { operator: anna, attempt: undefined, freeAt: undefined, online: true, now };
  return operatorStateOf({ ...plain, ...given });
}

const rang = fact('operatorRang', { at: instant('2026-11-23T10:29:46Z') });
const ready = fact('operatorReady', { at: instant('2026-11-23T10:29:50Z') });
const answered = fact('customerAnswered', { at: instant('2026-11-23T10:30:05Z') });

test.each([
  ['never called: free', {}, { state: 'free' }],
  ['let one call ring: free', { missed: 1 }, { state: 'free' }],
  [
    'let two calls ring: not responding since then',
    { missed: 2, freeAt: now - 60_000 },
    { state: 'not-responding', since: now - 60_000 },
  ],
  ['free since their last call', { freeAt: now - 60_000 }, { state: 'free', since: now - 60_000 }],
  ['free from this instant on', { freeAt: now }, { state: 'free', since: now }],
  ['wrapping up', { freeAt: now + 1 }, { state: 'wrap-up', freeAt: now + 1 }],
  ['away', { operator: { ...anna, away: true } }, { state: 'away' }],
  ['gone', { operator: { ...anna, away: true, gone: true } }, { state: 'gone' }],
  [
    'their phone is about to ring',
    { attempt: attemptWith([]) },
    { state: 'ringing', since: instant('2026-11-23T10:29:45Z') },
  ],
  ['their phone rings', { attempt: attemptWith([rang]) }, { state: 'ringing', since: rang.at }],
  ['they wait', { attempt: attemptWith([rang, ready]) }, { state: 'waiting', since: ready.at }],
  [
    'they talk',
    { attempt: attemptWith([rang, ready, answered]) },
    { state: 'talking', since: answered.at },
  ],
] as [string, Partial<Observed>, object][])('%s', (_, given, state) => {
  expect(stateOf(given)).toMatchObject({ id: 'anna', name: 'Anna', online: true, ...state });
});

test('a call goes on when they say that they are away', () => {
  const operator = { ...anna, away: true };
  expect(stateOf({ operator, attempt: attemptWith([ready]) }).state).toBe('waiting');
});
