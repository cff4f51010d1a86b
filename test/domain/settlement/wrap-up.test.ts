import type { Fact } from '../../../lambdas/domain/attempt/facts.ts';
import {
  laterFreeAt,
  latestFreeAt,
  operatorFreeAt,
} from '../../../lambdas/domain/settlement/wrap-up.ts';
import { attemptWith, fact, instant } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';

const endedAt = instant('2026-11-23T10:32:00Z');
const ended = fact('operatorEnded', { at: endedAt });
const answered = fact('customerAnswered');
const dialled = fact('dialling');
const demanding = { requiresForm: true, script: 'callback' };

function free(facts: Fact[], setting = {}): string {
  const at = endedAt + 4000;
  return new Date(operatorFreeAt(attemptWith(facts), sampleTask(setting), at)).toISOString();
}

test('who talked has wrap-up time from the end of their leg', () => {
  expect(free([dialled, answered, ended])).toBe('2026-11-23T10:32:30.000Z');
});

test.each<[string, Fact[]]>([
  ['was busy', [dialled, fact('customerEnded', { as: 'busy' })]],
  ['did not answer', [dialled, fact('customerEnded', { as: 'no-answer' })]],
  ['was not dialled', []],
])('a customer who %s costs no wrap-up', (_, facts) => {
  expect(free([...facts, ended])).toBe('2026-11-23T10:32:00.000Z');
});

test('is free now when their leg never was', () => {
  expect(free([fact('neverSent')])).toBe('2026-11-23T10:32:04.000Z');
});

test('a task may want the form first: then it has all the time that a form may take', () => {
  const talk = [dialled, answered, ended];
  expect(free(talk, demanding)).toBe('2026-11-23T10:42:00.000Z');
  expect(free(talk, { ...demanding, mostWrapUpSeconds: 120 })).toBe('2026-11-23T10:34:00.000Z');
  expect(free([...talk, fact('formSent')], demanding)).toBe('2026-11-23T10:32:30.000Z');
  expect(free([dialled, ended], demanding)).toBe('2026-11-23T10:32:00.000Z');
});

test('without a script there is no form to want', () => {
  const { script: _, ...task } = sampleTask({ requiresForm: true });
  const attempt = attemptWith([dialled, answered, ended]);
  expect(operatorFreeAt(attempt, task, endedAt)).toBe(endedAt + 30_000);
});

test('more time comes by the minute, and ends where the task says', () => {
  const attempt = attemptWith([dialled, answered, ended]);
  const task = sampleTask({ mostWrapUpSeconds: 120 });
  const latest = latestFreeAt(attempt, task, endedAt);
  const first = laterFreeAt(endedAt + 30_000, latest);
  expect(first).toBe(endedAt + 90_000);
  expect(laterFreeAt(first, latest)).toBe(endedAt + 120_000);
  expect(laterFreeAt(endedAt + 120_000, latest)).toBe(endedAt + 120_000);
});
