import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { operatorSchema } from '../../lambdas/domain/task/task.ts';
import { onWebhook, type Reply } from '../../lambdas/handlers/boundary/on-webhook.ts';
import { answerEvent } from '../../lambdas/handlers/events/answer-event.ts';
import { answerCaller } from '../../lambdas/handlers/inbound/answer-inbound.ts';
import { answerKeypad } from '../../lambdas/handlers/keypad/answer-keypad.ts';
import { answerVoice } from '../../lambdas/handlers/voice/answer-voice.ts';
import { voicePaths, type WebhookFunction } from '../../lambdas/ports/calls/voice-paths.ts';
import { passedOver } from '../../lib/phone-network/src/twiml/played-elements.ts';
import { parseTwiml } from '../../lib/phone-network/src/twiml/twiml-document.ts';
import { noon } from '../contracts/samples.ts';
import {
  callContext,
  customerSid,
  operatorSid,
  ringingAttempt,
  webhook,
} from '../handlers/call-context.ts';
import { sampleScript } from '../support/keypad-call.ts';
import { unknownToTwilio } from '../support/twilio-types.ts';
import { OddValues, usualSeed } from './odd-values.ts';
import { untilDone } from './until-done.ts';

/** Whatever Twilio, or who has its token, sends: a phone gets a document that it can follow. */
const requests = 5_000;

const usual = {
  AccountSid: 'AC1',
  ApiVersion: '2010-04-01',
  From: '+442079460991',
  To: '+442079460000',
  Direction: 'inbound',
  Digits: '1',
  ParentCallSid: operatorSid,
  CallDuration: '12',
  DialCallStatus: 'completed',
  DialCallSid: customerSid,
  DialBridged: 'true',
  SequenceNumber: '1',
};
const queries = {
  attempt: 'demo.17.a1',
  row: 'demo.17',
  at: '1795435200000',
  tries: '1',
  step: 'talk',
  field: 'result',
};

async function openStage() {
  const stage = { ...(await callContext(noon)), pins: plainPins };
  const addresses = ['+442079460991', 'client:anna', 'sip:anna@office.sip.twilio.com'];
  const anna = { id: 'anna', name: 'Anna', addresses, pinHash: 'pin 123456' };
  await stage.directory.putOperator(operatorSchema.parse(anna));
  await stage.scripts.store('callback', sampleScript);
  const task = await stage.directory.task('demo');
  if (task !== undefined) await stage.directory.putTask({ ...task, script: 'callback' });
  await ringingAttempt(stage);
  return stage;
}

/** Hashing takes its time on purpose. */
const plainPins = {
  hashOf: async (pin: string) => `pin ${pin}`,
  fits: async (pin: string, hash: string) => hash === `pin ${pin}`,
};

type Stage = Awaited<ReturnType<typeof openStage>>;

function functionsOf(
  stage: Stage,
): Record<WebhookFunction, (event: APIGatewayProxyEventV2) => Promise<Reply>> {
  return {
    voice: onWebhook(stage, answerVoice(stage)),
    keypad: onWebhook(stage, answerKeypad(stage)),
    inbound: onWebhook(stage, answerCaller(stage)),
    events: onWebhook(stage, answerEvent(stage)),
  };
}

test(`of ${requests} odd webhooks none fails, and none that is not signed changes anything`, async () => {
  const odd = new OddValues(usualSeed);
  let stage = await openStage();
  const failures: unknown[] = [];
  const statuses = new Set<unknown>();
  const documents = new Set<string>();
  for (let n = 0; n < requests; n++) {
    if (n % 100 === 0) {
      stage = await openStage();
      Object.assign(stage.journal, { failed: (error: unknown) => void failures.push(error) });
    }
    const path = odd.isOneIn(20) ? `/voice/${odd.text()}` : odd.pick(Object.keys(voicePaths));
    const fn = voicePaths[path as keyof typeof voicePaths]?.fn ?? 'voice';
    const event = oddEvent(odd, path);
    const isSigned = odd.below(10) > 0;
    if (!isSigned) event.headers['x-twilio-signature'] = odd.text();
    const before = stage.tables.written + stage.tables.attempts.size;
    const answer = functionsOf(stage)[fn](event);
    const { statusCode, body = '' } = await untilDone(stage.clock, answer);
    statuses.add(statusCode);
    expect({ n, path, failures }).toEqual({ n, path, failures: [] });
    expect([200, 204, 403, 413]).toContain(statusCode);
    if (statusCode === 200 && !documents.has(body)) {
      documents.add(body);
      expect({ body, unknown: unknownToTwilio(body) }).toEqual({ body, unknown: [] });
      expect({ body, unplayed: parseTwiml(body).flatMap(passedOver) }).toEqual({
        body,
        unplayed: [],
      });
    }
    if (!isSigned) expect(statusCode).toBeGreaterThan(400);
    if (!isSigned) expect(stage.tables.written + stage.tables.attempts.size).toBe(before);
  }
  expect(statuses).toEqual(new Set([200, 204, 403, 413]));
});

function oddEvent(odd: OddValues, path: string): ReturnType<typeof webhook> {
  const query = new URLSearchParams(odd.fields(queries)).toString();
  const event = webhook({ path, query, fields: odd.fields(usual) });
  if (!odd.isOneIn(60)) return event;
  return { ...event, body: 'a=1&'.repeat(odd.pick([301, 40_000])) };
}
