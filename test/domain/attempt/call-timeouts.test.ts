import {
  isOnePartnerGone,
  isToBeLookedUp,
  lookUpAt,
} from '../../../lambdas/domain/attempt/call-timeouts.ts';
import type { Fact } from '../../../lambdas/domain/attempt/facts.ts';
import { attemptWith, fact, instant } from '../../support/sample-attempt.ts';

const at = (time: string) => ({ at: instant(`2026-11-23T${time}Z`) });
const created = fact('operatorCreated', at('10:29:46'));
const dialling = fact('dialling', at('10:30:00'));

/** When an attempt that was claimed at 10:29:45 is looked up. */
function lookedUp(...facts: Fact[]): string | undefined {
  const found = lookUpAt(attemptWith(facts));
  return found === undefined ? undefined : new Date(found).toISOString().slice(11, 19);
}

test('a claim of which nothing else is known is looked up like a submission', () => {
  expect(lookedUp()).toBe('10:30:30');
});

test('a submission without an answer is looked up after 45 seconds', () => {
  const submitting = fact('submitting', at('10:29:46'));
  expect(lookedUp(submitting)).toBe('10:30:31');
  expect(lookedUp(submitting, fact('submissionUnknown', at('10:29:56')))).toBe('10:30:31');
});

test('a live leg is looked up when it was silent for half a minute', () => {
  expect(lookedUp(created)).toBe('10:30:16');
  expect(lookedUp(created, fact('operatorRang', at('10:29:50')))).toBe('10:30:20');
});

describe('while they talk', () => {
  const talk = [created, dialling, fact('customerAnswered', at('10:30:10'))];

  test('Twilio is asked after ten minutes', () => {
    expect(lookedUp(...talk)).toBe('10:40:10');
  });

  test('one sweep in ten asks', () => {
    const asks = (time: string) =>
      isToBeLookedUp(attemptWith(talk), instant(`2026-11-23T${time}Z`));
    expect(asks('10:40:09')).toBe(false);
    const minutes = Array.from(
      { length: 60 },
      (_, n) => instant('2026-11-23T10:31:00Z') + n * 60_000,
    );
    expect(minutes.filter((now) => isToBeLookedUp(attemptWith(talk), now))).toEqual(
      ['10:41', '10:51', '11:01', '11:11', '11:21'].map((it) => instant(`2026-11-23T${it}:00Z`)),
    );
  });

  test('the end of a leg brings it back to seconds', () => {
    expect(lookedUp(...talk, fact('operatorEnded', at('10:31:00')))).toBe('10:31:10');
  });
});

test('a leg whose partner has ended is looked up after ten seconds', () => {
  expect(lookedUp(created, dialling, fact('operatorEnded', at('10:31:00')))).toBe('10:31:10');
  expect(lookedUp(created, dialling, fact('customerEnded', at('10:31:00')))).toBe('10:31:10');
});

test('an attempt that is settled is looked up until its operator is released', () => {
  const settled = fact('settled', { ...at('10:31:00'), outcome: 'reached' });
  expect(lookedUp(created, dialling, settled)).toBe('10:31:30');
  expect(lookedUp(created, dialling, settled, fact('operatorReleased', at('10:31:05')))).toBe(
    undefined,
  );
});

test.each<[string, Fact[], boolean]>([
  ['nobody was dialled', [fact('operatorEnded')], false],
  ['both are up', [dialling], false],
  ['the operator is gone', [dialling, fact('operatorEnded')], true],
  ['the customer is gone', [dialling, fact('customerEnded')], true],
  ['the customer never was', [dialling, fact('customerAbsent')], true],
  ['both are gone', [dialling, fact('operatorEnded'), fact('customerEnded')], false],
  ['it is settled', [dialling, fact('operatorEnded'), fact('settled')], false],
])('one partner is gone when %s: %p', (_, facts, expected) => {
  expect(isOnePartnerGone(attemptWith(facts))).toBe(expected);
});
