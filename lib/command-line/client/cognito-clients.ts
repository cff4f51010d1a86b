import {
  ApiGatewayV2Client,
  GetAuthorizerCommand,
  UpdateAuthorizerCommand,
} from '@aws-sdk/client-apigatewayv2';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  DescribeUserPoolClientCommand,
  paginateListUserPoolClients,
  type UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider';
import { resourceServer, type Scope } from '../../../lambdas/contract/scopes.ts';
import type { AwsAccess } from '../find-system.ts';
import { orMistake } from '../operator/user-pool-mistakes.ts';
import type { ClientOffice, ClientOfSystem, NewClient } from './client-office.ts';

export interface StackPlaces {
  poolId: string;
  tokenUrl: string;
  apiId: string;
  authorizerId: string;
  /** Of the console's pages, which the authorizer admits anyway. */
  pagesClientId: string;
}

const grant = 'client_credentials';

/**
 * The app clients of a stack's user pool. API Gateway admits a client that its authorizer names: each
 * change names all of them anew, so that what a deployment has undone is put right by any change, or by
 * the list.
 */
export class CognitoClients implements ClientOffice {
  readonly tokenUrl: string;
  readonly #places: StackPlaces;
  readonly #cognito: CognitoIdentityProviderClient;
  readonly #gateway: ApiGatewayV2Client;

  constructor(aws: AwsAccess, places: StackPlaces) {
    this.tokenUrl = places.tokenUrl;
    this.#places = places;
    this.#cognito = new CognitoIdentityProviderClient(aws);
    this.#gateway = new ApiGatewayV2Client(aws);
  }

  async list(): Promise<ClientOfSystem[]> {
    const clients = await this.#all();
    await this.#admit(clients);
    return clients;
  }

  async add(name: string, scopes: readonly Scope[]): Promise<NewClient> {
    const before = await this.#all();
    for (const it of before.filter((it) => it.name === name)) await this.#delete(it.id);
    const { UserPoolClient } = await orMistake(
      this.#cognito.send(
        new CreateUserPoolClientCommand({
          UserPoolId: this.#places.poolId,
          ClientName: name,
          GenerateSecret: true,
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: [grant],
          AllowedOAuthScopes: scopes.map((it) => `${resourceServer}/${it}`),
          ExplicitAuthFlows: [],
          EnableTokenRevocation: true,
        }),
      ),
    );
    const { ClientId: id = '', ClientSecret: secret = '' } = UserPoolClient ?? {};
    const client = { id, name, scopes: [...scopes] };
    await this.#admit([...before.filter((it) => it.name !== name), client]);
    return { ...client, secret };
  }

  async remove(name: string): Promise<boolean> {
    const all = await this.#all();
    const gone = all.filter((it) => it.name === name);
    for (const { id } of gone) await this.#delete(id);
    await this.#admit(all.filter((it) => it.name !== name));
    return gone.length > 0;
  }

  async #all(): Promise<ClientOfSystem[]> {
    const UserPoolId = this.#places.poolId;
    const found: ClientOfSystem[] = [];
    const pages = paginateListUserPoolClients({ client: this.#cognito }, { UserPoolId });
    for await (const { UserPoolClients = [] } of pages) {
      for (const { ClientId } of UserPoolClients) {
        const describe = new DescribeUserPoolClientCommand({ UserPoolId, ClientId });
        const { UserPoolClient } = await orMistake(this.#cognito.send(describe));
        if (UserPoolClient?.AllowedOAuthFlows?.includes(grant))
          found.push(readClient(UserPoolClient));
      }
    }
    return found;
  }

  async #delete(ClientId: string): Promise<void> {
    const which = { UserPoolId: this.#places.poolId, ClientId };
    await orMistake(this.#cognito.send(new DeleteUserPoolClientCommand(which)));
  }

  /** A client that the authorizer does not name is turned away, whatever its token says. */
  async #admit(clients: readonly ClientOfSystem[]): Promise<void> {
    const { apiId: ApiId, authorizerId: AuthorizerId, pagesClientId } = this.#places;
    const which = { ApiId, AuthorizerId };
    const { JwtConfiguration } = await orMistake(
      this.#gateway.send(new GetAuthorizerCommand(which)),
    );
    const wished = [pagesClientId, ...clients.map(({ id }) => id)];
    if (JSON.stringify(JwtConfiguration?.Audience) === JSON.stringify(wished)) return;
    const update = { ...which, JwtConfiguration: { ...JwtConfiguration, Audience: wished } };
    await orMistake(this.#gateway.send(new UpdateAuthorizerCommand(update)));
  }
}

function readClient({ ClientId, ClientName, AllowedOAuthScopes }: UserPoolClientType) {
  const scopes = (AllowedOAuthScopes ?? []).map((it) => it.replace(`${resourceServer}/`, ''));
  return { id: ClientId ?? '', name: ClientName ?? '', scopes };
}
