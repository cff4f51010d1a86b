import { callerOf } from '../../lambdas/handlers/api/http/api-user.ts';
import { claimNamesIn } from '../../lambdas/handlers/api/http/claim-names.ts';
import { claimsIn } from '../../lambdas/handlers/api/http/token-claims.ts';
import { bearer } from '../support/bearer.ts';

/** As the providers' documentation shows their access tokens, with the settings that fit them. */
const providers = {
  Cognito: {
    environment: {},
    token: {
      sub: '3a1c…',
      'cognito:groups': ['operator'],
      iss: 'https://cognito-idp.eu-west-2.amazonaws.com/eu-west-2_1',
      client_id: 'c1',
      token_use: 'access',
      username: 'anna',
    },
  },
  Okta: {
    environment: {
      USER_CLAIM: 'sub',
      USER_SUFFIX: '@example.com',
      GROUPS_CLAIM: 'groups',
      OPERATOR_GROUP: 'Call centre',
    },
    token: {
      ver: 1,
      iss: 'https://dev-1.okta.com/oauth2/default',
      aud: 'api://default',
      cid: '0oa1',
      uid: '00u1',
      scp: ['openid'],
      sub: 'anna@example.com',
      groups: ['Everyone', 'Call centre'],
    },
  },
  Entra: {
    environment: {
      USER_CLAIM: 'preferred_username',
      USER_SUFFIX: '@example.com',
      GROUPS_CLAIM: 'roles',
      OPERATOR_GROUP: 'CallCentre.Operator',
    },
    token: {
      aud: '6e74172b-be56-4843-9ff4-e66a39bb12e3',
      iss: 'https://login.microsoftonline.com/72f9/v2.0',
      azp: '6e74172b',
      oid: '690222be',
      preferred_username: 'anna@example.com',
      roles: ['CallCentre.Operator'],
      ver: '2.0',
    },
  },
  Auth0: {
    environment: {
      USER_CLAIM: 'https://example.com/name',
      GROUPS_CLAIM: 'https://example.com/roles',
    },
    token: {
      iss: 'https://tenant.eu.auth0.com/',
      sub: 'auth0|5f7c',
      aud: ['https://calls.example.com', 'https://tenant.eu.auth0.com/userinfo'],
      azp: 'c1',
      'https://example.com/name': 'anna',
      'https://example.com/roles': ['operator'],
    },
  },
  Keycloak: {
    environment: { USER_CLAIM: 'preferred_username', GROUPS_CLAIM: 'realm_access.roles' },
    token: {
      iss: 'https://id.example.com/realms/calls',
      aud: 'account',
      typ: 'Bearer',
      azp: 'console',
      preferred_username: 'anna',
      realm_access: { roles: ['offline_access', 'operator'] },
    },
  },
};

const caller = (token: object, environment = {}) =>
  callerOf(claimsIn(bearer(token).authorization), claimNamesIn(environment));

test.each(Object.entries(providers))('a token of %s says who brings it', (_, provider) => {
  const { token, environment } = provider;
  expect(caller(token, environment)).toEqual({ role: 'operator', operator: 'anna' });
});

test('a token of another provider says nothing to who expects Cognito’s', () => {
  const { Cognito: _, ...others } = providers;
  for (const { token } of Object.values(others)) expect(caller(token)).toBeUndefined();
});

test.each([
  [['supervisor'], 'supervisor'],
  ['supervisor', 'supervisor'],
  [['operator', 'supervisor'], 'supervisor'],
  [['operator', 'lead', 'viewer'], 'viewer'],
  [['lead', 'operator'], 'lead'],
  [['x supervisor'], undefined],
  [['x,supervisor'], undefined],
  [['[supervisor]'], undefined],
  [['supervisors'], undefined],
  ['[x supervisor]', undefined],
  [[['supervisor']], undefined],
  [{ 0: 'supervisor' }, undefined],
])('groups are compared whole: %j', (groups, role) => {
  const token = { token_use: 'access', username: 'anna', 'cognito:groups': groups };
  expect(caller(token)?.role).toBe(role);
});

test('names of groups are settings', () => {
  const environment = { LEAD_GROUP: 'Team leads', VIEWER_GROUP: 'Auditors' };
  const of = (group: string) =>
    caller({ username: 'anna', 'cognito:groups': [group] }, environment)?.role;
  expect(['Team leads', 'Auditors', 'lead'].map(of)).toEqual(['lead', 'viewer', undefined]);
});

test.each(['anna@elsewhere.example', '@example.com', 'anna'])(
  'of another domain, or of no name, is nobody: %s',
  (sub) => {
    const { environment, token } = providers.Okta;
    expect(caller({ ...token, sub }, environment)).toBeUndefined();
  },
);

test.each([
  undefined,
  '',
  'Bearer',
  'Bearer x',
  'Bearer a.!.c',
  'Bearer a.bnVsbA.c',
  'Basic a.e30.c',
])('what is no token says nothing: %s', (authorization) => {
  expect(claimsIn(authorization)).toEqual({});
});
