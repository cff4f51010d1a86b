import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface StandInUser {
  Username: string;
  UserAttributes: { Name: string; Value: string }[];
  UserStatus: string;
  TemporaryPassword?: string;
  groups: string[];
}

interface Input {
  Username: string;
  UserAttributes: StandInUser['UserAttributes'];
  GroupName: string;
  Password: string;
  TemporaryPassword?: string;
  MessageAction?: 'RESEND' | 'SUPPRESS';
  DesiredDeliveryMediums?: string[];
}

/** A Cognito user pool, as far as the commands use one, at the other end of the real SDK. */
export class UserPoolUnderTest {
  readonly users = new Map<string, StandInUser>();
  /** Names and addresses of the mails that Cognito would send. */
  readonly mails: string[] = [];
  /** Of text messages, for which the pool has no numbers. */
  readonly texts: string[] = [];
  /** What every request is refused with. */
  refusal: string | undefined;
  #server: Server | undefined;
  endpoint = '';

  async start(): Promise<void> {
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
      const { status, answer } = this.#answer(operation, JSON.parse(body));
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(answer));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    this.#server = server;
    this.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server?.close();
  }

  #answer(operation: string, input: Input): { status: number; answer: object } {
    const { refusal } = this;
    const refuse = (name: string) => ({ status: 400, answer: { __type: name, message: 'no' } });
    if (refusal !== undefined) return refuse(refusal);
    const needsUser = !['AdminCreateUser', 'ListUsers', 'ListUsersInGroup'].includes(operation);
    if (needsUser && !this.users.has(input.Username)) return refuse('UserNotFoundException');
    const answer = this.#operations[operation]?.(input, this.users.get(input.Username) as never);
    return answer === undefined ? refuse('UnknownOperationException') : { status: 200, answer };
  }

  readonly #operations: Record<string, (input: Input, user: StandInUser) => object> = {
    AdminCreateUser: (input, known) => this.#create(input, known),
    AdminGetUser: (_, user) => user,
    AdminListGroupsForUser: (_, { groups }) => ({
      Groups: groups.map((GroupName) => ({ GroupName })),
    }),
    AdminAddUserToGroup: ({ GroupName }, { groups }) => {
      if (!groups.includes(GroupName)) groups.push(GroupName);
      return {};
    },
    AdminRemoveUserFromGroup: ({ GroupName }, user) => {
      user.groups = user.groups.filter((it) => it !== GroupName);
      return {};
    },
    AdminDeleteUser: ({ Username }) => {
      this.users.delete(Username);
      return {};
    },
    AdminSetUserPassword: ({ Password }, user) => {
      user.TemporaryPassword = Password;
      user.UserStatus = 'FORCE_CHANGE_PASSWORD';
      return {};
    },
    AdminResetUserPassword: ({ Username }, user) => {
      user.UserStatus = 'RESET_REQUIRED';
      this.mails.push(`code for ${Username}`);
      return {};
    },
    ListUsers: () => ({ Users: [...this.users.values()].map(listed) }),
    ListUsersInGroup: ({ GroupName }) => ({
      Users: [...this.users.values()].filter((it) => it.groups.includes(GroupName)).map(listed),
    }),
  };

  #create(
    { MessageAction, DesiredDeliveryMediums, ...input }: Input,
    known: StandInUser | undefined,
  ): object {
    // Unless told otherwise, Cognito sends a text message.
    const [medium = 'SMS'] = DesiredDeliveryMediums ?? [];
    if (MessageAction !== 'SUPPRESS')
      (medium === 'EMAIL' ? this.mails : this.texts).push(`invitation for ${input.Username}`);
    if (known !== undefined) return { User: listed(known) };
    const made: StandInUser = { ...input, groups: [], UserStatus: 'FORCE_CHANGE_PASSWORD' };
    this.users.set(made.Username, made);
    return { User: listed(made) };
  }
}

function listed({ Username, UserAttributes, UserStatus }: StandInUser) {
  return { Username, Attributes: UserAttributes, UserStatus };
}
