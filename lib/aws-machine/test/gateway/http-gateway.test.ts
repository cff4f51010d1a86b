import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { gatewayOf } from './gateway-of.ts';

/** The event that a request makes, and the answer's status. */
async function eventOf(path: string, request: RequestInit = {}, routes = ['ANY /{proxy+}']) {
  const app = gatewayOf({ routes, respond: (event) => event });
  const response = await app.request(`https://calls.example${path}`, request);
  return (await response.json()) as APIGatewayProxyEventV2;
}

/** The answer that a function's return value makes. */
async function answerTo(respond: () => unknown): Promise<Response> {
  const app = gatewayOf({ routes: ['GET /x'], respond });
  return app.request('https://calls.example/x');
}

describe('routes', () => {
  const routes = [
    'ANY /{proxy+}',
    'GET /calls/{id}',
    'ANY /calls/{id}',
    'GET /calls/live',
    'GET /calls/{id}/legs',
    '$default',
  ];

  test.each([
    ['GET', '/calls/live', 'GET /calls/live'],
    ['GET', '/calls/7', 'GET /calls/{id}'],
    ['POST', '/calls/7', 'ANY /calls/{id}'],
    ['POST', '/calls/live', 'ANY /calls/{id}'],
    ['GET', '/calls/7/legs', 'GET /calls/{id}/legs'],
    ['GET', '/calls/7/other', 'ANY /{proxy+}'],
    ['GET', '/', '$default'],
  ])('%s %s goes to %s, the most specific', async (method, path, routeKey) => {
    expect(await eventOf(path, { method }, routes)).toMatchObject({ routeKey });
  });

  test('give their variables, decoded; a greedy one takes all that follows', async () => {
    const { pathParameters } = await eventOf('/files/a%20b/c', {}, ['GET /{kind}/{rest+}']);
    expect(pathParameters).toEqual({ kind: 'files', rest: 'a b/c' });
  });

  test('that do not exist are 404', async () => {
    const app = gatewayOf({ routes: ['GET /x.y'], respond: () => null });
    for (const path of ['/z', '/xzy', '/x.y/', '/']) {
      const response = await app.request(`https://calls.example${path}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ message: 'Not Found' });
    }
  });
});

describe('an event', () => {
  test('has path and query as they came, and repeated parameters joined', async () => {
    const event = await eventOf('/voice?To=%2B442079460000&a=1&a=2&empty=');
    expect(event).toMatchObject({
      version: '2.0',
      rawPath: '/voice',
      rawQueryString: 'To=%2B442079460000&a=1&a=2&empty=',
      queryStringParameters: { To: '+442079460000', a: '1,2', empty: '' },
    });
  });

  test('has headers in lower case, and cookies apart from them', async () => {
    const event = await eventOf('/x', {
      headers: { 'X-Twilio-Signature': 's', Cookie: 'a=1; b=2' },
    });
    expect(event.headers).toMatchObject({ 'x-twilio-signature': 's' });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.cookies).toEqual(['a=1', 'b=2']);
  });

  test('tells where and when the request arrived', async () => {
    const { requestContext } = await eventOf('/x', {
      headers: { 'user-agent': 'TwilioProxy/1.1' },
    });
    expect(requestContext).toMatchObject({
      accountId: '111122223333',
      domainName: 'calls.example',
      domainPrefix: 'calls',
      http: { method: 'GET', path: '/x', sourceIp: '127.0.0.1', userAgent: 'TwilioProxy/1.1' },
      stage: '$default',
      time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
    });
  });

  test.each([
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
    ['application/json', false],
    ['application/vnd.api+json; charset=utf-8', false],
    ['text/plain', false],
  ])('with a body of %s is in base64: %s', async (type, isBase64Encoded) => {
    const request = { method: 'POST', headers: { 'content-type': type }, body: 'Имя=1' };
    const event = await eventOf('/x', request);
    expect(event.isBase64Encoded).toBe(isBase64Encoded);
    const decoded = Buffer.from(event.body ?? '', isBase64Encoded ? 'base64' : 'utf8');
    expect(decoded.toString()).toBe('Имя=1');
  });

  test('without a body has none', async () => {
    expect(await eventOf('/x')).not.toHaveProperty('body');
  });
});

describe('over the wire', () => {
  const app = gatewayOf({ routes: ['$default'], respond: (event) => event });
  const server = http.createServer(async (incoming, outgoing) => {
    const response = await app.fetch(new Request('http://any.example/'), { incoming });
    outgoing.end(await response.text());
  });

  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test('path and query stay byte for byte, where a URL object would change them', async () => {
    const event = await get("/a%7Eb/./c?q='x'&y=%7e|");
    expect(event.rawPath).toBe('/a%7Eb/./c');
    expect(event.rawQueryString).toBe("q='x'&y=%7e|");
  });

  test('repeated headers are joined with commas', async () => {
    const event = await get('/x', { 'x-twice': ['one', 'two'], cookie: ['a=1', 'b=2'] });
    expect(event.headers['x-twice']).toBe('one,two');
    expect(event.cookies).toEqual(['a=1', 'b=2']);
  });

  function get(path: string, headers = {}): Promise<APIGatewayProxyEventV2> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const request = http.get({ port, path, headers, agent: false }, async (response) => {
        const chunks = await response.toArray();
        resolve(JSON.parse(Buffer.concat(chunks).toString()));
      });
      request.on('error', reject);
    });
  }
});

describe('an answer', () => {
  test('without a status code is the body of a 200', async () => {
    const response = await answerTo(() => ({ hello: 'world' }));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ hello: 'world' });
  });

  test('has the status, headers, cookies and body that the function gave', async () => {
    const response = await answerTo(() => ({
      statusCode: 201,
      headers: { 'Content-Type': 'text/xml', 'X-Count': 3 },
      cookies: ['a=1', 'b=2'],
      body: '<Response/>',
    }));
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('text/xml');
    expect(response.headers.get('x-count')).toBe('3');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await response.text()).toBe('<Response/>');
  });

  test('in base64 is decoded', async () => {
    const body = Buffer.from([0, 255]).toString('base64');
    const response = await answerTo(() => ({ statusCode: 200, isBase64Encoded: true, body }));
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255]);
  });

  test('may be empty', async () => {
    expect((await answerTo(() => ({ statusCode: 204 }))).status).toBe(204);
  });

  test.each([
    { statusCode: 'soon' },
    { statusCode: 200, body: { not: 'text' } },
    { statusCode: 42 },
  ])('of the wrong shape, %j, is 500', async (result) => {
    const response = await answerTo(() => result);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: 'Internal Server Error' });
  });

  test('of a function that failed is 500 and tells nothing', async () => {
    const response = await answerTo(() => {
      throw new Error('secret');
    });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: 'Internal Server Error' });
  });

  test('that takes longer than the integration allows is 503', async () => {
    const respond = () => new Promise(() => undefined);
    const app = gatewayOf({ routes: ['GET /x'], respond, timeoutMilliseconds: 50 });
    const response = await app.request('https://calls.example/x');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ message: 'Service Unavailable' });
  });
});
