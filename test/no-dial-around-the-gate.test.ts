import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { VoiceStep } from '../lambdas/domain/phone/voice-step.ts';
import type { Dialler, OperatorCall } from '../lambdas/ports/calls/dialler.ts';

/**
 * No path reaches a telephone without the gate's answer: what dials takes a `Permitted` address, and
 * only the gate makes one. The compiler holds the first half, and these tests that nobody lies to it.
 */

const root = path.resolve(__dirname, '..');
const sources = ['lambdas', 'lib', 'bin']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(folder, file),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\/(test|node_modules)\//.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

const holding = (pattern: RegExp) =>
  sources.flatMap(({ file, text }) => (pattern.test(text) ? [file] : [])).sort();

test('only the gate makes an address permitted', () => {
  expect(holding(/\bpermitted\(/)).toEqual([
    'lambdas/domain/gate/gate.ts',
    'lambdas/domain/gate/permitted.ts',
    'lambdas/domain/gate/ring.ts',
  ]);
});

test('nobody claims it of another one by a cast', () => {
  expect(holding(/\bas\s+Permitted\b|<Permitted>/)).toEqual(['lambdas/domain/gate/permitted.ts']);
  const trusting = holding(/\bPermitted\b|'dial'|'dial-operator'|OperatorCall\b/);
  const casting = holding(/\bas\s+(?:unknown|never|any)\b/);
  expect(trusting.filter((file) => casting.includes(file))).toEqual([
    // the SDK's own type of its client
    'lambdas/adapters/twilio/twilio-dialler.ts',
  ]);
});

test('customers and operators ring in three places: the dialler’s request, and two documents for Twilio', () => {
  expect(holding(/\bcalls\.create\(|<Dial\b.*<\/Dial>/)).toEqual([
    'lambdas/adapters/twilio/twilio-dialler.ts',
    'lambdas/adapters/twilio/twiml/render-inbound.ts',
    'lambdas/adapters/twilio/twiml/render-step.ts',
    // Calls between two numbers of whoever runs it, by their word: no customer's.
    'lib/command-line/twilio/probe.ts',
  ]);
});

test('each of the three takes what the gate permitted, and no mere text', () => {
  const number: string = '+447700900123';
  // @ts-expect-error: an operator's phone
  const to: OperatorCall['to'] = number;
  // @ts-expect-error: a customer's
  const customer: (VoiceStep & { kind: 'dial' })['customer'] = number;
  // @ts-expect-error: an operator's, for a customer who called in
  const address: (VoiceStep & { kind: 'dial-operator' })['address'] = number;
  expect([to, customer, address]).toHaveLength(3);
});

test('the dialler’s only method that makes a telephone ring is the one that takes it', () => {
  const methods = {
    ring: 'rings',
    leg: 'asks',
    legsTo: 'asks',
    childrenOf: 'asks',
    tellWithdrawn: 'sends a leg that is up elsewhere',
    leaveMessage: 'sends a leg that is up elsewhere',
    confer: 'sends a leg that is up elsewhere',
    leaveConference: 'sends a leg that is up elsewhere',
    hangUp: 'ends',
  } satisfies Record<keyof Dialler, string>;
  expect(Object.values(methods).filter((it) => it === 'rings')).toHaveLength(1);
});
