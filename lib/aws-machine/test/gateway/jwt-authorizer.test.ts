import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { audience, gatewayOf, issuer } from './gateway-of.ts';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

let keys: KeyPair;
let strangersKeys: KeyPair;

beforeAll(async () => {
  keys = await generateKeyPair('RS256');
  strangersKeys = await generateKeyPair('RS256');
});

const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

function tokenWith(claims: Record<string, unknown>, by = keys): Promise<string> {
  const payload: JWTPayload = {
    iss: issuer,
    aud: audience,
    exp: inAnHour(),
    sub: 'anna',
    ...claims,
  };
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256' }).sign(by.privateKey);
}

async function ask(authorization: string | undefined, scopes: string[] = []): Promise<Response> {
  const jwks = { keys: [await exportJWK(keys.publicKey)] };
  const app = gatewayOf({
    routes: ['GET /private'],
    respond: (event) => event,
    authorization: { jwks, scopes },
  });
  const headers = authorization === undefined ? {} : { authorization };
  return app.request('https://calls.example/private', { headers });
}

test('a good token passes, and its claims reach the function as text', async () => {
  const token = await tokenWith({ 'cognito:groups': ['operators', 'supervisors'], level: 3 });
  const response = await ask(`Bearer ${token}`);
  const event = (await response.json()) as APIGatewayProxyEventV2WithJWTAuthorizer;
  expect(event.requestContext.authorizer.jwt).toMatchObject({
    claims: { sub: 'anna', 'cognito:groups': '[operators supervisors]', level: '3', iss: issuer },
    scopes: null,
  });
});

test('an access token, which has a client_id and no audience, passes too', async () => {
  const token = await tokenWith({ aud: undefined, client_id: audience });
  expect((await ask(`Bearer ${token}`)).status).toBe(200);
});

test('the scheme may be left out', async () => {
  expect((await ask(await tokenWith({}))).status).toBe(200);
});

test.each<[string, () => Promise<string> | undefined]>([
  ['no token', () => undefined],
  ['no token at all', async () => 'Bearer nonsense'],
  ['another issuer', () => tokenWith({ iss: 'https://other.example' })],
  ['another audience', () => tokenWith({ aud: 'other' })],
  ['an expired token', () => tokenWith({ exp: 1_700_000_000 })],
  ['a token that is not valid yet', () => tokenWith({ nbf: inAnHour() })],
  ['a token that never expires', () => tokenWith({ exp: undefined })],
  ["a stranger's signature", () => tokenWith({}, strangersKeys)],
])('%s is 401', async (_what, token) => {
  const response = await ask(await token());
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ message: 'Unauthorized' });
});

test('a route with scopes wants one of them', async () => {
  const scopes = ['calls/write', 'calls/admin'];
  expect((await ask(await tokenWith({ scope: 'calls/read' }), scopes)).status).toBe(403);
  const response = await ask(await tokenWith({ scope: 'calls/read calls/admin' }), scopes);
  const event = (await response.json()) as APIGatewayProxyEventV2WithJWTAuthorizer;
  expect(event.requestContext.authorizer.jwt.scopes).toEqual(['calls/read', 'calls/admin']);
});
