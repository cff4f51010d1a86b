import { locksOf, numberLock, operatorLock } from '../../../lambdas/domain/attempt/lock.ts';
import { spokenLanguageOf } from '../../../lambdas/domain/phone/voice-step.ts';
import { sampleAttempt } from '../../support/sample-attempt.ts';

test('a number and an operator have a lock each', () => {
  expect(numberLock('+442079460017')).toBe('number:+442079460017');
  expect(locksOf(sampleAttempt())).toEqual({
    number: 'number:+442079460017',
    operator: 'operator:anna',
  });
});

test('two addresses of one registered operator are one operator', () => {
  const desk = operatorLock({ id: 'anna', address: '+442079460991' });
  expect(operatorLock({ id: 'anna', address: 'client:anna' })).toBe(desk);
});

test('an address that nobody registered stands for itself', () => {
  expect(operatorLock({ address: 'client:zoe' })).toBe('operator:client:zoe');
});

test('one number is one lock over all tasks', () => {
  const here = locksOf(sampleAttempt({ row: { task: 'demo', Id: 17 } }));
  const there = locksOf(sampleAttempt({ row: { task: 'other', Id: 4 } }));
  expect(here.number).toBe(there.number);
});

test('a task speaks its language, in its voice where it has one', () => {
  expect(spokenLanguageOf({ language: 'ru' })).toEqual({ language: 'ru' });
  expect(spokenLanguageOf({ language: 'en', voice: 'Polly.Amy' })).toEqual({
    language: 'en',
    voice: 'Polly.Amy',
  });
});
