import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HttpRoute } from '../../lib/aws-machine/src/gateway/http-api.ts';
import { authorize } from '../../lib/aws-machine/src/gateway/jwt-authorizer.ts';
import { localSignIn } from '../../lib/cloud/base/sign-in.ts';
import { LocalSignIn } from '../../lib/local/sign-in.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sign-in-'));
const file = path.join(folder, 'key.json');

/** The gateway's own check, with the settings that the stack gives it. */
function verdict(token: string, keys: LocalSignIn['keys']) {
  const { issuer, audience } = localSignIn;
  const authorizer = {
    issuer,
    audience: [audience],
    identitySource: '$request.header.Authorization',
  };
  const call = { headers: { authorization: `Bearer ${token}` } };
  return authorize(call as never, { authorizer, scopes: [] } as unknown as HttpRoute, keys);
}

test('the gateway takes a token, and knows who it is', async () => {
  const signIn = await LocalSignIn.open(file);
  const token = await signIn.issue({ role: 'operator', operator: 'anna' });
  expect(await verdict(token, signIn.keys)).toMatchObject({
    kind: 'accepted',
    identity: {
      claims: {
        'cognito:groups': '[operator]',
        client_id: 'console',
        token_use: 'access',
        username: 'anna',
      },
    },
  });
});

test('a token outlives a restart', async () => {
  const token = await (await LocalSignIn.open(file)).issue({ role: 'supervisor' });
  const restarted = await LocalSignIn.open(file);
  expect(await verdict(token, restarted.keys)).toMatchObject({ kind: 'accepted' });
});

test('a token of another system is refused', async () => {
  const other = await LocalSignIn.open(path.join(folder, 'other.json'));
  const token = await other.issue({ role: 'supervisor' });
  const signIn = await LocalSignIn.open(file);
  expect(await verdict(token, signIn.keys)).toEqual({ kind: 'unauthorized' });
});

test('what tokens are checked against does not sign any', async () => {
  const { keys } = await LocalSignIn.open(file);
  expect(Object.keys(keys.keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
});

test('the key is for its owner’s eyes only', async () => {
  await LocalSignIn.open(file);
  expect(statSync(file).mode & 0o077).toBe(0);
});
