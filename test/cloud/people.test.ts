import { Match } from 'aws-cdk-lib/assertions';
import { synthesizedStack } from './synthesized-stack.ts';

const template = synthesizedStack();

test('nobody can sign up unasked; passwords are strong, and a second factor is an app', () => {
  template.hasResourceProperties('AWS::Cognito::UserPool', {
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    Policies: {
      PasswordPolicy: Match.objectLike({
        MinimumLength: 12,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        RequireUppercase: true,
      }),
    },
    MfaConfiguration: 'OPTIONAL',
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    UserPoolTier: 'ESSENTIALS',
  });
});

test('people are in the group of their role', () => {
  const groups = Object.values(template.findResources('AWS::Cognito::UserPoolGroup'));
  expect(groups.map(({ Properties }) => Properties.GroupName).sort()).toEqual([
    'lead',
    'operator',
    'supervisor',
    'viewer',
  ]);
});

test('pages sign in by code and PKCE, keep no secret, and come back to their own addresses only', () => {
  const site = { 'Fn::GetAtt': [Match.stringLikeRegexp('^Site'), 'DomainName'] };
  const pages = [
    { 'Fn::Join': ['', ['https://', site, '/']] },
    { 'Fn::Join': ['', ['https://', site, '/supervisor']] },
  ];
  template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    GenerateSecret: false,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthScopes: ['openid'],
    CallbackURLs: pages,
    LogoutURLs: pages,
    EnableTokenRevocation: true,
    PreventUserExistenceErrors: 'ENABLED',
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
    AccessTokenValidity: 30,
    RefreshTokenValidity: 12 * 60,
  });
});

test('the sign-in pages have an address, and a style without which they would not show', () => {
  template.hasResourceProperties('AWS::Cognito::UserPoolDomain', {
    Domain: { 'Fn::Join': ['', ['callback-center-prod-', { Ref: 'AWS::AccountId' }]] },
    ManagedLoginVersion: 2,
  });
  template.hasResourceProperties('AWS::Cognito::ManagedLoginBranding', {
    ClientId: { Ref: Match.stringLikeRegexp('^PeoplePages') },
    UseCognitoProvidedValues: true,
  });
});

test('the API lets in who brings a token of this pool for these pages', () => {
  template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
    AuthorizerType: 'JWT',
    JwtConfiguration: {
      Audience: [{ Ref: Match.stringLikeRegexp('^PeoplePages') }],
      Issuer: {
        'Fn::Join': [
          '',
          Match.arrayWith([
            Match.stringLikeRegexp('https://cognito-idp\\.'),
            { Ref: Match.stringLikeRegexp('^People') },
          ]),
        ],
      },
    },
  });
});

test('an identity provider of one’s own replaces the pool', () => {
  const stack = synthesizedStack({
    console: 'none',
    signInIssuer: 'https://id.example.com',
    signInAudience: 'c1',
  });
  stack.resourceCountIs('AWS::Cognito::UserPool', 0);
});

test('a stage may require a second factor', () => {
  synthesizedStack({ secondFactor: 'required' }).hasResourceProperties('AWS::Cognito::UserPool', {
    MfaConfiguration: 'ON',
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
  });
});
