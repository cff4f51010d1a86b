import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { KnownAccount } from '../../lambdas/adapters/twilio/known-account.ts';
import { TwilioDialler } from '../../lambdas/adapters/twilio/twilio-dialler.ts';
import { attemptId } from '../../lambdas/domain/attempt/attempt.ts';
import { permitted } from '../../lambdas/domain/gate/permitted.ts';

const clock = { now: () => 0 };
const attempt = attemptId({ task: 'demo', Id: 17 }, 'a1');
const call = {
  attempt,
  to: permitted('+447700900001'),
  from: '+442079460000',
  ringSeconds: 25,
  isWatched: true,
  language: 'en',
} as const;

/** A server that answers every request in one way, and remembers what it was sent. */
class OneAnswer {
  readonly requests: { headers: http.IncomingHttpHeaders; url: string; body: string }[] = [];
  readonly sockets = new Set<unknown>();
  readonly #server: http.Server;

  constructor(answer: (response: http.ServerResponse) => void) {
    this.#server = http.createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString();
      this.requests.push({ headers: request.headers, url: request.url ?? '', body });
      this.sockets.add(request.socket);
      answer(response);
    });
  }

  async dialler(): Promise<TwilioDialler> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    const read = async () => ({ sid: 'AC1', authTokens: ['secret'] as [string] });
    return new TwilioDialler({
      account: new KnownAccount(read, clock),
      clock,
      apiUrl: `http://127.0.0.1:${port}`,
      publicBaseUrl: 'https://calls.test',
      apologyBaseUrl: 'https://pages.test',
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

let server: OneAnswer;
afterEach(() => server.stop());

function answering(status: number, body: string): Promise<TwilioDialler> {
  server = new OneAnswer((response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(body),
  );
  return server.dialler();
}

const refusal = (code: number) =>
  JSON.stringify({ code, message: 'The number +447700900001 is not valid', status: 400 });

test('sends the form that Twilio documents, signed in', async () => {
  const dialler = await answering(201, JSON.stringify({ sid: 'CA1' }));
  expect(await dialler.ring(call)).toEqual({ kind: 'created', sid: 'CA1' });
  const [{ url, headers, body } = { url: '', headers: {}, body: '' }] = server.requests;
  expect(url).toBe('/2010-04-01/Accounts/AC1/Calls.json');
  expect(headers.authorization).toBe(`Basic ${Buffer.from('AC1:secret').toString('base64')}`);
  expect(headers['content-type']).toContain('application/x-www-form-urlencoded');
  const repeats = '#rc=2&rt=5000&rp=ct,rt,5xx';
  const overrides = `?attempt=demo.17.a1${repeats}`;
  expect([...new URLSearchParams(body)]).toEqual([
    ['To', '+447700900001'],
    ['From', '+442079460000'],
    ['Method', 'POST'],
    ['FallbackUrl', `https://pages.test/sorry-en.xml${repeats}`],
    ['FallbackMethod', 'GET'],
    ['StatusCallback', `https://calls.test/events/operator${overrides}`],
    ['StatusCallbackEvent', 'ringing'],
    ['StatusCallbackEvent', 'completed'],
    ['StatusCallbackMethod', 'POST'],
    ['Timeout', '25'],
    ['Url', `https://calls.test/voice/operator${overrides}`],
  ]);
});

test('never sends a call twice, whatever the answer', async () => {
  for (const status of [429, 500, 503]) {
    const dialler = await answering(status, '{}');
    await dialler.ring(call);
    expect(server.requests).toHaveLength(1);
    await server.stop();
  }
});

test('sends every call over a connection of its own: a kept one may be dead without a sign', async () => {
  const dialler = await answering(201, JSON.stringify({ sid: 'CA1' }));
  await dialler.ring(call);
  await dialler.ring(call);
  expect(server.requests.map(({ headers }) => headers.connection)).toEqual(['close', 'close']);
  expect(server.sockets.size).toBe(2);
});

test('keeps the connection for questions, which may be asked again', async () => {
  const dialler = await answering(200, JSON.stringify({ sid: 'CA1', status: 'ringing' }));
  await dialler.leg('CA1').catch(() => undefined);
  expect(server.requests[0]?.headers.connection).toBe('keep-alive');
});

test('follows no redirect: it would be a second call', async () => {
  server = new OneAnswer((response) =>
    response.writeHead(307, { location: '/2010-04-01/Accounts/AC1/Calls.json' }).end(),
  );
  expect(await (await server.dialler()).ring(call)).toEqual({ kind: 'unknown' });
  expect(server.requests).toHaveLength(1);
});

describe('does not know whether a call exists after', () => {
  test.each([
    ['an error of Twilio', 500, refusal(20500)],
    ['a page of a gateway', 502, '<html>Bad Gateway</html>'],
    ['an acceptance that is cut off', 201, '{"sid": "CA'],
    ['an acceptance that is no object', 201, 'null'],
    ['an acceptance without a call', 201, '{}'],
  ])('%s', async (_, status, body) => {
    expect(await (await answering(status, body)).ring(call)).toEqual({ kind: 'unknown' });
  });

  test('a connection that breaks', async () => {
    server = new OneAnswer((response) => response.socket?.destroy());
    expect(await (await server.dialler()).ring(call)).toEqual({ kind: 'unknown' });
  });
});

test.each([
  [429, refusal(20429), 'retry', 20429],
  [400, refusal(10004), 'wait', 10004],
  [400, refusal(21211), 'number', 21211],
  [400, refusal(21215), 'permission', 21215],
  [403, '<html>Forbidden</html>', 'stop', 403],
])('HTTP %s is a refusal: %s', async (status, body, kind, code) => {
  const submission = await (await answering(status, body)).ring(call);
  expect(submission).toEqual({ kind: 'refused', class: kind, code });
});

describe('an outage while asking about a leg is an error', () => {
  test('that quotes no phone number', async () => {
    const dialler = await answering(500, refusal(20500));
    const error = await dialler.leg('CA1').catch((it: unknown) => it);
    expect(error).toEqual(new Error('Twilio answered HTTP 500, error 20500'));
    expect((error as Error).cause).toBeUndefined();
  });

  test('for lists and changes, too', async () => {
    const dialler = await answering(503, 'busy');
    const message = 'Twilio answered HTTP 503, error without a code';
    await expect(dialler.legsTo('+447700900001', 0)).rejects.toThrow(message);
    await expect(dialler.childrenOf('CA1')).rejects.toThrow(message);
    await expect(dialler.hangUp('CA1')).rejects.toThrow(message);
    await expect(dialler.tellWithdrawn('CA1', attempt)).rejects.toThrow(message);
  });

  test('when there is no answer', async () => {
    server = new OneAnswer((response) => response.socket?.destroy());
    const dialler = await server.dialler();
    await expect(dialler.leg('CA1')).rejects.toThrow('Twilio gave no answer');
  });
});

test('nothing is sent while the credentials cannot be read', async () => {
  server = new OneAnswer((response) => response.end());
  await server.dialler();
  const read = () => Promise.reject(new Error('Parameter Store is down'));
  const account = new KnownAccount(read, clock);
  const blind = new TwilioDialler({ account, clock, apiUrl: '', publicBaseUrl: '' });
  await expect(blind.ring(call)).rejects.toThrow('is down');
  expect(server.requests).toEqual([]);
});
