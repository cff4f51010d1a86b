import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { ScryptPins } from '../../lambdas/adapters/system/scrypt-pins.ts';
import { KnownAccount } from '../../lambdas/adapters/twilio/known-account.ts';
import { TwilioWebhooks } from '../../lambdas/adapters/twilio/twilio-webhooks.ts';
import type { Attempt } from '../../lambdas/domain/attempt/attempt.ts';
import type { Fact } from '../../lambdas/domain/attempt/facts.ts';
import { taskSchema } from '../../lambdas/domain/task/task.ts';
import type { InvocationJournal } from '../../lambdas/handlers/boundary/invocation-journal.ts';
import type { Dialler, OperatorCall } from '../../lambdas/ports/calls/dialler.ts';
import { attemptFor, claimOf, dueColumns, key, noon } from '../contracts/samples.ts';
import { MemoryJournal } from '../support/memory/memory-journal.ts';
import { MemoryWorld } from '../support/memory/memory-world.ts';

const publicBaseUrl = 'https://calls.test';
export const operatorSid = 'CA00000000000000000000000000000001';
export const customerSid = 'CA00000000000000000000000000000002';
const authToken = 'a-token-for-tests';

class WatchedJournal extends MemoryJournal implements InvocationJournal {
  flushed = 0;

  flush(): void {
    this.flushed += 1;
  }
}

/** Takes every call, and knows of none. */
export class WillingDialler implements Dialler {
  readonly rung: OperatorCall[] = [];
  readonly toldWithdrawn: string[] = [];

  async ring(call: OperatorCall) {
    this.rung.push(call);
    return { kind: 'created', sid: operatorSid } as const;
  }

  async leg() {
    return undefined;
  }

  async legsTo() {
    return [];
  }

  async childrenOf() {
    return [];
  }

  async tellWithdrawn(sid: string) {
    this.toldWithdrawn.push(sid);
  }

  async leaveMessage() {}

  async confer() {}

  async leaveConference() {}

  async hangUp() {}
}

/** The ports of every handler over memory, the real webhooks, and the task `demo`, which speaks Russian. */
export async function callContext(now = noon - 15_000) {
  const { ...world } = new MemoryWorld(now);
  const read = async () => ({ sid: 'AC1', authTokens: [authToken] as [string] });
  const account = new KnownAccount(read, world.clock);
  const webhooks = new TwilioWebhooks({ account, publicBaseUrl });
  await world.directory.putTask(
    taskSchema.parse({
      id: 'demo',
      title: 'Demo',
      timeZone: 'UTC',
      country: 'GB',
      callerId: '+442079460000',
      operators: ['anna'],
      allowUnregisteredOperators: true,
      attachUnknownCallers: true,
      language: 'ru',
      whisper: '{имя}',
    }),
  );
  return {
    ...world,
    webhooks,
    journal: new WatchedJournal(),
    dialler: new WillingDialler(),
    pins: new ScryptPins(),
  };
}

export type CallContext = Awaited<ReturnType<typeof callContext>>;

/** A row that is due at noon, claimed, and its operator's phone rung. */
export async function ringingAttempt(stage: CallContext, ...facts: Fact[]): Promise<Attempt> {
  stage.tables.putRow(dueColumns);
  const row = await stage.rows.get(key);
  if (row === undefined) throw new Error('the row is gone');
  const attempt = attemptFor(row, 'a1');
  await stage.attempts.claim(claimOf(row, attempt, stage.clock.now()));
  const at = stage.clock.now();
  const created: Fact = { kind: 'operatorCreated', at, sid: operatorSid };
  for (const fact of [{ kind: 'submitting', at } as const, created, ...facts]) {
    await stage.attempts.record(attempt.id, fact);
  }
  return attempt;
}

export interface Post {
  path: string;
  query?: string;
  fields?: Record<string, string>;
  base64?: true;
}

/** A webhook as the HTTP API hands it on, signed as Twilio signs. */
export function webhook({ path, query = 'attempt=demo.17.a1', fields, base64 }: Post) {
  const form = { CallSid: operatorSid, CallStatus: 'in-progress', ...fields };
  const url = `${publicBaseUrl}${path}${query && `?${query}`}`;
  const body = new URLSearchParams(form).toString();
  const event = {
    version: '2.0',
    rawPath: path,
    rawQueryString: query,
    headers: { 'x-twilio-signature': getExpectedTwilioSignature(authToken, url, form) },
    requestContext: { http: { method: 'POST', path } },
    isBase64Encoded: base64 ?? false,
    body: base64 ? Buffer.from(body).toString('base64') : body,
  };
  return event as unknown as APIGatewayProxyEventV2 & { headers: Record<string, string> };
}
