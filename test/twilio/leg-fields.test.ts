import { dialEndOf, legEventOf, listenerOf } from '../../lambdas/adapters/twilio/leg-fields.ts';
import type { SignedFields } from '../../lambdas/ports/calls/voice-webhooks.ts';

function signed(fields: Record<string, string>): SignedFields {
  return new Map(Object.entries(fields)) as ReadonlyMap<string, string> as SignedFields;
}

describe('reads the news of a leg', () => {
  test.each([
    ['initiated', 'initiated'],
    ['ringing', 'ringing'],
    ['in-progress', 'answered'],
    ['completed', 'completed'],
    ['busy', 'busy'],
    ['no-answer', 'no-answer'],
    ['failed', 'failed'],
    ['canceled', 'canceled'],
  ])('%s is %s', (CallStatus, state) => {
    const event = legEventOf('operator', signed({ CallSid: 'CA1', CallStatus }));
    expect(event).toEqual({ leg: 'operator', sid: 'CA1', state, seconds: 0 });
  });

  test("a customer's leg tells which leg dialled it, and how many seconds it lasted", () => {
    const fields = signed({
      CallSid: 'CA2',
      ParentCallSid: 'CA1',
      CallStatus: 'completed',
      CallDuration: '37',
      Duration: '1',
    });
    expect(legEventOf('customer', fields)).toEqual({
      leg: 'customer',
      sid: 'CA2',
      parentSid: 'CA1',
      state: 'completed',
      seconds: 37,
    });
  });

  test.each([
    [{ CallSid: 'CA1', CallStatus: 'queued' }],
    [{ CallSid: 'CA1' }],
    [{ CallStatus: 'busy' }],
  ])('%j says nothing', (fields) => {
    expect(legEventOf('operator', signed(fields as Record<string, string>))).toBeUndefined();
  });
});

describe('reads how a dial ended', () => {
  test('bridged, and the customer hung up', () => {
    const fields = signed({
      CallSid: 'CA1',
      CallStatus: 'in-progress',
      DialCallStatus: 'completed',
      DialCallSid: 'CA2',
      DialCallDuration: '12',
      DialBridged: 'true',
    });
    expect(dialEndOf(fields)).toEqual({
      as: 'completed',
      bridged: true,
      sid: 'CA2',
      seconds: 12,
      callerGone: false,
    });
  });

  test('not bridged although the leg was answered: a refused whisper looks like that', () => {
    const fields = signed({
      CallStatus: 'in-progress',
      DialCallStatus: 'completed',
      DialCallSid: 'CA2',
      DialBridged: 'false',
    });
    expect(dialEndOf(fields)).toMatchObject({ as: 'completed', bridged: false, seconds: 0 });
  });

  test("the operator hung up while the customer's phone rang", () => {
    const fields = signed({
      CallStatus: 'completed',
      DialCallStatus: 'no-answer',
      DialCallSid: 'CA2',
      DialBridged: 'false',
      DialCallDuration: '0',
    });
    expect(dialEndOf(fields)).toEqual({
      as: 'no-answer',
      bridged: false,
      sid: 'CA2',
      seconds: 0,
      callerGone: true,
    });
  });

  test('no leg at all, and a status that nobody knows', () => {
    const fields = signed({ CallStatus: 'in-progress', DialCallStatus: 'answered' });
    expect(dialEndOf(fields)).toEqual({
      as: 'failed',
      bridged: false,
      seconds: 0,
      callerGone: false,
    });
  });
});

test.each([
  ['human', 'person'],
  ['machine_start', 'machine'],
  ['machine_end_beep', 'machine'],
  ['fax', 'machine'],
  ['unknown', 'unknown'],
  ['parrot', 'unknown'],
])('%s answered: a %s', (AnsweredBy, listener) => {
  expect(listenerOf(signed({ AnsweredBy }))).toBe(listener);
});

describe('reads why a customer’s line took no call', () => {
  test('from its own callback alone', () => {
    const fields = signed({ CallSid: 'CA2', CallStatus: 'failed', SipResponseCode: '404' });
    const refused = { because: 'no-such-number', sip: 404 };
    expect(legEventOf('customer', fields)).toMatchObject({ state: 'failed', refused });
    expect(legEventOf('operator', fields)).not.toHaveProperty('refused');
  });

  test('a busy line is busy, also where Twilio calls it failed', () => {
    const fields = signed({ CallSid: 'CA2', CallStatus: 'failed', SipResponseCode: '486' });
    expect(legEventOf('customer', fields)).toMatchObject({ state: 'busy' });
  });
});
