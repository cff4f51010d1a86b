/** Uses every part of the SDK that we use, and prints what came of it. */
import { KnownAccount } from '../../lambdas/adapters/twilio/known-account.ts';
import { TwilioDialler } from '../../lambdas/adapters/twilio/twilio-dialler.ts';
import { TwilioWebhooks } from '../../lambdas/adapters/twilio/twilio-webhooks.ts';
import { attemptId } from '../../lambdas/domain/attempt/attempt.ts';
import { permitted } from '../../lambdas/domain/gate/permitted.ts';

const read = async () => ({ sid: 'AC1', authTokens: ['12345'] as [string] });
const account = new KnownAccount(read, { now: () => 0 });
const publicBaseUrl = 'https://mycompany.com';
const attempt = attemptId({ task: 'demo', Id: 17 }, 'a1');

const edge = new TwilioWebhooks({ account, publicBaseUrl });
const signed = await edge.verify({
  method: 'POST',
  path: '/myapp.php',
  rawQuery: 'foo=1&bar=2',
  signature: 'zYQTYrRWXE7LtzbG4PfP7/bkkGo=',
  body: '',
});
const nowhere = new TwilioDialler({
  account,
  clock: { now: () => 0 },
  apiUrl: 'http://127.0.0.1:1',
  publicBaseUrl,
});
const submission = await nowhere.ring({
  attempt,
  to: permitted('+447700900001'),
  from: '+442079460000',
  ringSeconds: 25,
  isWatched: false,
  language: 'en',
});
const document = edge.render({ kind: 'wait', seconds: 1 }, attempt);
console.log(JSON.stringify({ isSigned: signed !== undefined, submission, document }));
