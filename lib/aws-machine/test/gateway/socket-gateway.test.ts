import { once } from 'node:events';
import { WebSocket } from 'ws';
import { type SocketsUnderTest, socketsOf } from './sockets-of.ts';

let sockets: SocketsUnderTest;

beforeEach(async () => {
  sockets = await socketsOf();
});

afterEach(() => sockets.end());

/** An open connection, with what `$connect` was told. */
async function connected(options = {}, query = ''): Promise<WebSocket> {
  const socket = new WebSocket(`${sockets.address}/live${query}`, options);
  await once(socket, 'open');
  return socket;
}

async function refused(path: string): Promise<string> {
  const [error] = await once(new WebSocket(`${sockets.address}${path}`), 'error');
  return (error as Error).message;
}

/** Resolves when the client has heard all that was sent to it so far, or that it is over. */
async function caughtUp(socket: WebSocket): Promise<void> {
  socket.ping();
  await Promise.race([once(socket, 'pong'), once(socket, 'close')]);
}

async function closing(socket: WebSocket) {
  const [code, reason] = await once(socket, 'close');
  return { code, reason: String(reason) };
}

describe('a client', () => {
  test('is let in by $connect, which sees its query and its headers as they were spelled', async () => {
    const headers = { Origin: 'https://desk.example', 'User-Agent': 'Desk/1' };
    await connected({ headers }, '?ticket=a%20b&team=1&team=2');
    const event = await sockets.heard('$connect');
    expect(event).toMatchObject({
      headers: {
        Origin: 'https://desk.example',
        'User-Agent': 'Desk/1',
        'X-Forwarded-For': '127.0.0.1',
      },
      multiValueHeaders: { Origin: ['https://desk.example'] },
      queryStringParameters: { ticket: 'a b', team: '2' },
      multiValueQueryStringParameters: { ticket: ['a b'], team: ['1', '2'] },
      requestContext: {
        routeKey: '$connect',
        eventType: 'CONNECT',
        messageDirection: 'IN',
        stage: 'live',
        apiId: 'socket',
        connectionId: expect.stringMatching(/^[\w-]{15}=$/),
        connectedAt: Date.parse('2026-03-12T09:00:00Z'),
        domainName: 'calls.example',
        identity: { sourceIp: '127.0.0.1', userAgent: 'Desk/1' },
        requestTime: '12/Mar/2026:09:00:00 +0000',
        requestTimeEpoch: Date.parse('2026-03-12T09:00:00Z'),
      },
      isBase64Encoded: false,
    });
    expect(event.headers).not.toHaveProperty('Upgrade');
    expect(event).not.toHaveProperty('body');
  });

  test.each([
    ['the status of the function', { statusCode: 401 }, 401],
    ['502 where the function answers nothing of the kind', 'welcome', 502],
  ])('is refused with %s', async (_case, answer, status) => {
    sockets.respond = () => answer;
    expect(await refused('/live')).toBe(`Unexpected server response: ${status}`);
    expect(sockets.events).toHaveLength(1);
  });

  test('is refused with 502 where the function fails', async () => {
    sockets.respond = () => {
      throw new Error('no tickets today');
    };
    expect(await refused('/live')).toBe('Unexpected server response: 502');
  });

  test('is refused with 504 where the function takes too long', async () => {
    await sockets.end();
    sockets = await socketsOf({ timeoutMilliseconds: 50 });
    sockets.respond = () => new Promise(() => undefined);
    expect(await refused('/live')).toBe('Unexpected server response: 504');
  });

  test('is refused at any path but the stage', async () => {
    expect(await refused('/other')).toBe('Unexpected server response: 403');
    expect(sockets.events).toEqual([]);
  });

  test('speaks the subprotocol that $connect chose', async () => {
    sockets.respond = () => ({ statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'desk.v2' } });
    const socket = new WebSocket(`${sockets.address}/live`, ['desk.v1', 'desk.v2']);
    await once(socket, 'open');
    expect(socket.protocol).toBe('desk.v2');
  });
});

describe('a message', () => {
  test('goes to the route that it names, as text and without headers', async () => {
    const socket = await connected();
    socket.send('{"action":"save","имя":"Анна"}');
    const event = await sockets.heard('save');
    expect(event).toMatchObject({
      requestContext: {
        routeKey: 'save',
        eventType: 'MESSAGE',
        messageId: expect.stringMatching(/=$/),
      },
      body: '{"action":"save","имя":"Анна"}',
      isBase64Encoded: false,
    });
    expect(event).not.toHaveProperty('headers');
    expect(event).not.toHaveProperty('queryStringParameters');
  });

  test.each([
    ['names no route', '{"action":"dance"}'],
    ['names none', '[1, 2]'],
    ['names one that is not for messages', '{"action":"$disconnect"}'],
    ['is no JSON', 'ping'],
    ['is null', 'null'],
  ])('goes to $default where it %s', async (_case, text) => {
    const socket = await connected();
    socket.send(text);
    expect(await sockets.heard('$default')).toMatchObject({ body: text });
  });

  test('that is binary comes in base64', async () => {
    const socket = await connected();
    socket.send(Buffer.from([0xff, 0x00]));
    expect(await sockets.heard('$default')).toMatchObject({ body: '/wA=', isBase64Encoded: true });
  });

  test('is answered with nothing, but for a failure of the function', async () => {
    const socket = await connected();
    sockets.respond = ({ body }) => {
      if (body === 'bad') throw new Error('bad');
      return { statusCode: 200, body: 'not sent' };
    };
    const answers: string[] = [];
    socket.on('message', (data) => answers.push(String(data)));
    socket.send('good');
    socket.send('bad');
    await once(socket, 'message');
    const [answer, ...others] = answers.map((text) => JSON.parse(text));
    const { requestContext } = await sockets.heard('$connect');
    expect(others).toEqual([]);
    expect(answer).toEqual({
      message: 'Internal server error',
      connectionId: requestContext.connectionId,
      requestId: expect.any(String),
    });
  });
});

describe('a connection', () => {
  test('ends with what the client said, told to $disconnect once', async () => {
    const socket = await connected();
    socket.close(4000, 'tea');
    expect(await sockets.heard('$disconnect')).toMatchObject({
      headers: { Host: 'calls.example' },
      requestContext: {
        eventType: 'DISCONNECT',
        disconnectStatusCode: 4000,
        disconnectReason: 'tea',
      },
    });
    expect(sockets.keys()).toEqual(['$connect', '$disconnect']);
  });

  test('ends when it was idle for 10 minutes', async () => {
    const socket = await connected();
    await sockets.clock.moveTo('2026-03-12T09:09:00Z');
    socket.send('still here');
    await sockets.heard('$default');
    await sockets.clock.moveTo('2026-03-12T09:18:59Z');
    await caughtUp(socket);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    const closed = closing(socket);
    await sockets.clock.moveTo('2026-03-12T09:19:00Z');
    expect(await closed).toEqual({ code: 1001, reason: 'Going away' });
    await sockets.heard('$disconnect');
  });

  test('ends after 2 hours, however busy it is', async () => {
    const socket = await connected();
    const connection = sockets.connections()[0];
    const closed = closing(socket);
    for (let minute = 9; minute < 120; minute += 9) {
      const at = new Date(Date.parse('2026-03-12T09:00:00Z') + minute * 60_000);
      await sockets.clock.moveTo(at.toISOString());
      connection?.send('busy');
    }
    await caughtUp(socket);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    await sockets.clock.moveTo('2026-03-12T11:00:00Z');
    expect(await closed).toEqual({ code: 1001, reason: 'Going away' });
  });

  test('takes messages up to 128 KB, in frames of at most 32 KB', async () => {
    const socket = await connected();
    const frame = 'x'.repeat(32 * 1024);
    for (const fin of [false, false, false, true]) socket.send(frame, { fin });
    const { body } = await sockets.heard('$default');
    expect(body).toHaveLength(128 * 1024);
  });

  test.each([
    ['a frame over 32 KB', [32 * 1024 + 1]],
    ['a message over 128 KB', [32 * 1024, 32 * 1024, 32 * 1024, 32 * 1024, 1]],
  ])('ends at %s, which reaches no function', async (_case, frames) => {
    const socket = await connected();
    for (const [index, length] of frames.entries()) {
      socket.send('x'.repeat(length), { fin: index === frames.length - 1 });
    }
    expect(await closing(socket)).toMatchObject({ code: 1009 });
    await sockets.heard('$disconnect');
    expect(sockets.keys()).toEqual(['$connect', '$disconnect']);
  });

  test('is dropped when the gateway stops, and $disconnect hears nothing', async () => {
    const socket = await connected();
    const closed = closing(socket);
    sockets.gateway.stop();
    await closed;
    expect(await refused('/live')).toBe('socket hang up');
    expect(sockets.keys()).toEqual(['$connect']);
  });
});
