import fc from 'fast-check';
import { dialEndOf, legEventOf } from '../../lambdas/adapters/twilio/leg-fields.ts';
import { legNews } from '../../lambdas/adapters/twilio/leg-news.ts';
import { legEnds } from '../../lambdas/domain/attempt/facts.ts';
import type { SignedFields } from '../../lambdas/ports/calls/voice-webhooks.ts';

/** Twilio adds fields and values without notice, and leaves out what it does not know yet. */
const status = fc.oneof(
  fc.constantFrom(...legEnds, 'queued', 'initiated', 'ringing', 'in-progress'),
  fc.constantFrom('answered', 'blocked', 'parked', 'COMPLETED', ''),
  fc.string(),
);
const number = fc.oneof(
  fc.constantFrom('0', '37', '-1', '1e9', 'null', '', '404', '603'),
  fc.string(),
);

const anyFields = fc
  .record(
    {
      CallSid: fc.string(),
      CallStatus: status,
      CallDuration: number,
      Duration: number,
      SipResponseCode: number,
      ErrorCode: number,
      ParentCallSid: fc.string(),
      DialCallStatus: status,
      DialCallSid: fc.string(),
      DialCallDuration: number,
      DialBridged: fc.constantFrom('true', 'false', 'maybe', ''),
      DialSipResponseCode: number,
      AnsweredBy: fc.string(),
      __proto__: fc.string(),
      FieldOfTomorrow: fc.string(),
    },
    { requiredKeys: [] },
  )
  .map((fields) => new Map(Object.entries(fields)) as unknown as SignedFields);

const date = fc.oneof(
  fc.constantFrom(null, undefined, 'Mon, 23 Nov 2026 10:00:00 +0000', new Date(Number.NaN)),
  fc.date({ noInvalidDate: true }),
);
const anyCall = fc.record({
  sid: fc.string(),
  status,
  dateCreated: date,
  dateUpdated: date,
  endTime: date,
  duration: fc.option(number),
});

const sure = { seed: 1106, numRuns: 2000 };
const now = Date.parse('2026-11-23T10:30:00Z');

test('no callback is too strange: it says something sensible, or nothing', () => {
  fc.assert(
    fc.property(anyFields, fc.constantFrom('operator', 'customer', 'caller'), (fields, leg) => {
      const event = legEventOf(leg, fields);
      if (event === undefined) return;
      expect(['initiated', 'ringing', 'answered', ...legEnds]).toContain(event.state);
      expect(event.seconds).toBeGreaterThanOrEqual(0);
    }),
    sure,
  );
});

test('no end of a dial is too strange: an unknown one has failed', () => {
  fc.assert(
    fc.property(anyFields, (fields) => {
      const end = dialEndOf(fields);
      expect(legEnds).toContain(end.as);
      expect(end.bridged).toBe(fields.get('DialBridged') === 'true');
      expect(end.seconds).toBeGreaterThanOrEqual(0);
    }),
    sure,
  );
});

test('no call that the API shows is too strange: each date may be missing', () => {
  fc.assert(
    fc.property(anyCall, (call) => {
      const { createdAt, state } = legNews(call, now);
      expect(createdAt).not.toBeNaN();
      if (typeof state === 'object') {
        expect(legEnds).toContain(state.endedAs);
        expect(state.endedAt).not.toBeNaN();
      }
    }),
    sure,
  );
});

test.each([
  ['waits in the queue, without dates', { status: 'queued' }, 'ringing'],
  ['is in a state that nobody knows', { status: 'parked' }, 'ringing'],
  [
    'ended in a way that nobody knows',
    { status: 'blocked', endTime: new Date(now - 5000) },
    { endedAs: 'failed', seconds: 0, endedAt: now - 5000 },
  ],
  ['ended without a date', { status: 'busy' }, { endedAs: 'busy', seconds: 0, endedAt: now }],
])('a call that %s', (_, shown, state) => {
  const nothing = { dateCreated: null, dateUpdated: null, endTime: null, duration: null };
  expect(legNews({ sid: 'CA1', ...nothing, ...shown }, now)).toEqual({
    sid: 'CA1',
    createdAt: now,
    state,
  });
});
