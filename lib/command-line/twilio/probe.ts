import type { Twilio } from 'twilio';
import type { CallInstance } from 'twilio/lib/rest/api/v2010/account/call.js';

/** What we believe of Twilio and no page says, and what an account says about it. */
export interface Finding {
  belief: string;
  expected: string;
  found: string;
}

export interface ProbeParts {
  client: Twilio;
  /** Two numbers of the account itself: nobody else's phone rings. */
  from: string;
  to: string;
  pause(seconds: number): Promise<void>;
}

type Probe = (parts: ProbeParts) => Promise<Finding[]>;

/** Silence, so that the called number hears nothing; the probes end the calls. */
const silence = '<Response><Pause length="20"/></Response>';
const strangerSid = `AC${'0'.repeat(32)}`;

/** In order; a probe that cannot be made is a finding, too. */
export async function* probeTwilio(parts: ProbeParts): AsyncGenerator<Finding> {
  for (const [name, probe] of Object.entries(probes)) {
    try {
      yield* await probe(parts);
    } catch (error) {
      yield { belief: name, expected: 'can be asked', found: refusalOf(error) };
    }
  }
}

const probes: Readonly<Record<string, Probe>> = {
  'a call while it waits': async ({ client, from, to, pause }) => {
    const call = await client.calls.create({ from, to, twiml: silence });
    const [shown] = await client.calls.list({ to, limit: 1 });
    const listed = shown?.sid === call.sid ? 'is listed' : 'is not listed';
    const fetched = await client.calls(call.sid).fetch();
    const findings = [
      finding('created: its dates', 'none', dateOf(call)),
      finding(
        'fetched at once: its dates',
        fetched.status === 'queued' ? 'none' : 'a date',
        dateOf(fetched),
      ),
      finding('listed by To at once', 'is listed', listed),
    ];
    await end(client, call.sid);
    await pause(5);
    const over = await client.calls(call.sid).fetch();
    const wasAnswered = Number(over.duration ?? 0) > 0;
    const expected = wasAnswered ? 'completed' : 'completed, canceled or no-answer';
    return [...findings, finding('ended by status=completed', expected, over.status, isEnd)];
  },

  'a call that is over': async ({ client, from, to, pause }) => {
    const { sid } = await client.calls.create({ from, to, twiml: silence });
    await end(client, sid);
    await pause(5);
    const again = await refusal(client.calls(sid).update({ twiml: silence }));
    return [finding('changed after its end', '21220', again)];
  },

  'a Dial without a caller ID that is ours': async ({ client, from, to, pause }) => {
    const twiml = `<Response><Dial callerId="+12025550123">${from}</Dial><Pause length="5"/></Response>`;
    const { sid } = await client.calls.create({ from, to, twiml });
    await pause(15);
    const children = await client.calls.list({ parentCallSid: sid, limit: 5 });
    await end(client, sid);
    return [finding('legs that a refused Dial makes', '0', String(children.length))];
  },

  refusals: async ({ client, from, to }) => {
    const calls = client.calls;
    const unknownEvent = { from, to, twiml: silence, statusCallbackEvent: ['tomorrow'] };
    const taken = await calls
      .create({ ...unknownEvent, statusCallback: 'https://example.com/' })
      .then(({ sid }) => end(client, sid).then(() => 'accepted'), refusalOf);
    return [
      finding(
        'To that is From',
        '21211',
        await refusal(calls.create({ from, to: from, twiml: silence })),
      ),
      finding(
        'To that is no number',
        '21211',
        await refusal(calls.create({ from, to: '12', twiml: silence })),
      ),
      finding('an unknown status callback event', 'accepted', taken),
      finding(
        'the path of another account',
        '404 20404',
        await refusal(calledBy(client, strangerSid, { from, to }), 'with its status'),
      ),
    ];
  },
};

/** A call of another account's, which ours may not make. */
function calledBy(client: Twilio, sid: string, { from, to }: Pick<ProbeParts, 'from' | 'to'>) {
  return client.api.accounts(sid).calls.create({ from, to, twiml: silence });
}

function finding(
  belief: string,
  expected: string,
  found: string,
  fits = (it: string) => it === expected,
): Finding {
  return { belief, expected: fits(found) ? found : expected, found };
}

function isEnd(status: string): boolean {
  return ['completed', 'canceled', 'no-answer'].includes(status);
}

function dateOf({ dateCreated, dateUpdated }: CallInstance): string {
  return dateCreated ? (dateUpdated ? 'a date' : 'the first alone') : 'none';
}

/** One that is over is fine. */
async function end(client: Twilio, sid: string): Promise<void> {
  await client
    .calls(sid)
    .update({ status: 'completed' })
    .catch(() => undefined);
}

async function refusal(request: Promise<unknown>, detail?: 'with its status'): Promise<string> {
  try {
    await request;
    return 'accepted';
  } catch (error) {
    const { status } = error as { status?: number };
    return detail === undefined ? refusalOf(error) : `${status} ${refusalOf(error)}`;
  }
}

/** Twilio's sentences quote phone numbers: the code says enough. */
function refusalOf(error: unknown): string {
  const { code, status } = (error ?? {}) as { code?: unknown; status?: unknown };
  return String(code ?? status ?? 'no answer');
}
