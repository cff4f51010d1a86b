import {
  decodeDialMessage,
  encodeDialMessage,
} from '../../../lambdas/adapters/sqs/dial-message-body.ts';
import type { AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import type { DialMessage } from '../../../lambdas/ports/calls/dial-queue.ts';
import { key, noon } from '../../contracts/samples.ts';

const call = { kind: 'call', row: key, dueAt: noon } as const;

test.each<[DialMessage, string]>([
  [call, '{"task":"demo","Id":17,"dueAt":"2026-11-23T12:00:00.000Z"}'],
  [{ kind: 'check', attempt: 'demo.17.a1' as AttemptId }, '{"check":"demo.17.a1"}'],
  [{ kind: 'offer', operator: 'operator:anna' }, '{"offer":"operator:anna"}'],
  [{ kind: 'slot-free' }, '{"slot":"free"}'],
])('messages have one written form', (message, body) => {
  expect(encodeDialMessage(message)).toBe(body);
  expect(decodeDialMessage(body)).toEqual(message);
});

test.each([
  'no JSON',
  '"text"',
  'null',
  '[]',
  '{}',
  '{"check":17}',
  '{"check":"demo.17"}',
  '{"check":"demo.17.a1","offer":"operator:anna"}',
  '{"offer":"number:+442079460017"}',
  '{"offer":"operator:"}',
  '{"task":"demo","Id":17}',
  '{"task":"","Id":17,"dueAt":"2026-11-23T12:00:00.000Z"}',
  '{"task":"demo","Id":"17","dueAt":"2026-11-23T12:00:00.000Z"}',
  '{"task":"demo","Id":0,"dueAt":"2026-11-23T12:00:00.000Z"}',
  '{"task":"demo","Id":1.5,"dueAt":"2026-11-23T12:00:00.000Z"}',
  '{"task":"demo","Id":17,"dueAt":"2026-11-23T12:00:00"}',
  '{"slot":"taken"}',
  '{"task":"demo","Id":17,"dueAt":"2026-11-23T12:00:00.000Z","more":1}',
])('%s is no dial message', (body) => {
  expect(() => decodeDialMessage(body)).toThrow('a dial message must be');
});

test('a call that an earlier version sent with its slot is read', () => {
  const body =
    '{"task":"demo","Id":17,"dueAt":"2026-11-23T12:00:00.000Z","slotAt":"2026-11-23T12:00:00.001Z"}';
  expect(decodeDialMessage(body)).toEqual(call);
});

test('what is wrong with a message is told without its content', () => {
  expect(() => decodeDialMessage('{"offer":"+442079460017"}')).not.toThrow(/2079460017/);
});
