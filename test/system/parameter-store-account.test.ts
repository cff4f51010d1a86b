import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { parameterStoreAccount } from '../../lambdas/adapters/ssm/parameter-store-account.ts';

const before = { ...process.env };
let server: http.Server;
let asked: { target: unknown; body: unknown }[];
let stored: Record<string, string>;

beforeEach(async () => {
  asked = [];
  server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString());
    asked.push({ target: request.headers['x-amz-target'], body });
    const found = (body.Names as string[]).filter((name) => name in stored);
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(
      JSON.stringify({
        Parameters: found.map((Name) => ({ Name, Value: stored[Name] })),
        InvalidParameters: body.Names.filter((name: string) => !(name in stored)),
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.AWS_ENDPOINT_URL_SSM = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.AWS_REGION = 'eu-central-1';
  process.env.AWS_ACCESS_KEY_ID = 'LOCAL';
  process.env.AWS_SECRET_ACCESS_KEY = 'local';
});

afterEach(async () => {
  process.env = { ...before };
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('reads the account and its token, decrypted', async () => {
  stored = { '/twilio/account-sid': 'AC1', '/twilio/auth-token': 'secret' };
  expect(await parameterStoreAccount('/twilio')()).toEqual({ sid: 'AC1', authTokens: ['secret'] });
  expect(asked).toEqual([
    {
      target: 'AmazonSSM.GetParameters',
      body: {
        Names: ['/twilio/account-sid', '/twilio/auth-token', '/twilio/auth-token-next'],
        WithDecryption: true,
      },
    },
  ]);
});

test('reads the token to come as well while tokens are exchanged', async () => {
  stored = {
    '/twilio/account-sid': 'AC1',
    '/twilio/auth-token': 'old',
    '/twilio/auth-token-next': 'new',
  };
  expect((await parameterStoreAccount('/twilio')()).authTokens).toEqual(['old', 'new']);
});

test('names the parameter that is missing', async () => {
  stored = { '/twilio/account-sid': 'AC1' };
  await expect(parameterStoreAccount('/twilio')()).rejects.toThrow(
    'Parameter Store must hold /twilio/auth-token, got nothing',
  );
});
