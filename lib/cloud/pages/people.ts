import { Aws, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  UserPoolClient,
  type UserPoolDomain,
  UserPoolGroup,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { resourceServer, scopes } from '../../../lambdas/contract/scopes.ts';
import { roles } from '../../../lambdas/domain/task/role.ts';
import type { IdentityProvider, PageSignIn } from '../base/sign-in.ts';

export interface PeopleProps {
  stage: string;
  secondFactor: 'optional' | 'required';
  /** Of the sign-in pages' address; unique in the region. */
  domainPrefix?: string | undefined;
}

/** A working day, with its breaks: then one signs in anew. */
const session = Duration.hours(12);

/** How long a token goes on working for somebody who was removed or lost a role. */
const accessToken = Duration.minutes(30);

/** Two tabs of one desk may renew at the same moment. */
const renewalGrace = Duration.seconds(10);

/**
 * Who works here: a Cognito user pool. People are added by a supervisor's command, never by
 * themselves; a person's username is the id of their entry in the directory.
 */
export class People extends Construct implements PageSignIn {
  readonly #pool: UserPool;
  readonly #domain: UserPoolDomain;

  constructor(scope: Construct, id: string, { stage, secondFactor, domainPrefix }: PeopleProps) {
    super(scope, id);
    this.#pool = this.#userPool(secondFactor);
    for (const groupName of roles) {
      const group = new UserPoolGroup(this, groupName, { userPool: this.#pool, groupName });
      group.applyRemovalPolicy(RemovalPolicy.RETAIN);
    }
    this.#domain = this.#pool.addDomain('Domain', {
      cognitoDomain: {
        domainPrefix: domainPrefix ?? `callback-center-${stage}-${Aws.ACCOUNT_ID}`,
      },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    this.#admitSoftware();
  }

  get poolId(): string {
    return this.#pool.userPoolId;
  }

  get tokenUrl(): string {
    return `${this.#domain.baseUrl()}/oauth2/token`;
  }

  /** Software signs in with credentials of its own, for what these let it do; the command `client` adds it. */
  #admitSoftware(): void {
    this.#pool.addResourceServer('Software', {
      identifier: resourceServer,
      scopes: scopes.map(
        (scopeName) => new ResourceServerScope({ scopeName, scopeDescription: scopeName }),
      ),
    });
  }

  /** Lets the pages at the addresses sign people in, and answers what they need to know for it. */
  allowPages(pages: string[]): IdentityProvider {
    const client = this.#client(pages);
    return {
      issuer: `https://cognito-idp.${Stack.of(this).region}.${Aws.URL_SUFFIX}/${this.poolId}`,
      audience: client.userPoolClientId,
      authorize: `${this.#domain.baseUrl()}/oauth2/authorize`,
      token: this.tokenUrl,
      logout: `${this.#domain.baseUrl()}/logout`,
    };
  }

  #userPool(secondFactor: PeopleProps['secondFactor']): UserPool {
    const pool = new UserPool(this, 'Default', {
      userPoolName: Stack.of(this).stackName,
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      // Managed login lets people set one up only where it is required.
      mfa: secondFactor === 'required' ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason:
          'An operator may have no telephone but the one of the desk; the setting secondFactor requires it',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'Threat protection costs $0.02 for each person a month; nobody can sign up unasked',
      },
    );
    return pool;
  }

  /** A page keeps no secret: it proves by PKCE that who began a sign-in ends it. */
  #client(pages: string[]): UserPoolClient {
    const client = new UserPoolClient(this, 'Pages', {
      userPool: this.#pool,
      generateSecret: false,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: pages,
        logoutUrls: pages,
      },
      accessTokenValidity: accessToken,
      idTokenValidity: accessToken,
      refreshTokenValidity: session,
      refreshTokenRotationGracePeriod: renewalGrace,
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    // Without a style of its own a client's managed login pages answer that they do not exist.
    new CfnManagedLoginBranding(this, 'Style', {
      userPoolId: this.poolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    return client;
  }
}
