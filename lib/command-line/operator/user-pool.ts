import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminResetUserPasswordCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  type DeliveryMediumType,
  paginateListUsers,
  paginateListUsersInGroup,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { roles as allRoles, isRole, type Role } from '../../../lambdas/domain/task/role.ts';
import type { AwsAccess } from '../find-system.ts';
import { newPassword } from '../new-password.ts';
import { orMistake, unlessNamed } from './user-pool-mistakes.ts';

/** Somebody who can sign in. */
export interface User {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  /** Cognito's word for how far they have come: `CONFIRMED`, `FORCE_CHANGE_PASSWORD`, … */
  status: string;
}

export interface NewUser {
  id: string;
  name: string;
  email: string;
}

/** How a temporary password reaches its owner. */
export type Delivery = 'e-mail' | 'print';

/** Cognito's policy may ask for a sign that is neither letter nor digit. */
const passwordSign = '-';
const neverSignedIn = 'FORCE_CHANGE_PASSWORD';

/** Who may sign in to the console of a stack. */
export class UserPool {
  readonly #pool: { UserPoolId: string };
  readonly #client: CognitoIdentityProviderClient;

  constructor(id: string, aws: AwsAccess) {
    this.#pool = { UserPoolId: id };
    this.#client = new CognitoIdentityProviderClient(aws);
  }

  async find(id: string): Promise<User | undefined> {
    const user = { ...this.#pool, Username: id };
    const got = await orMistake(
      unlessNamed('UserNotFoundException', this.#client.send(new AdminGetUserCommand(user))),
    );
    if (got === undefined) return undefined;
    const { Groups = [] } = await orMistake(
      this.#client.send(new AdminListGroupsForUserCommand(user)),
    );
    const { UserAttributes: Attributes, UserStatus } = got;
    const roles = Groups.map(({ GroupName }) => GroupName).filter(isRole);
    return readUser({ Username: id, Attributes, UserStatus }, roles);
  }

  /** Answers the temporary password where nobody is sent it. */
  async create({ id, name, email }: NewUser, delivery: Delivery): Promise<string | undefined> {
    const password = delivery === 'print' ? newPassword(passwordSign) : undefined;
    const create = new AdminCreateUserCommand({
      ...this.#pool,
      Username: id,
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'name', Value: name },
      ],
      ...(password === undefined
        ? { DesiredDeliveryMediums: ['EMAIL'] }
        : { TemporaryPassword: password, MessageAction: 'SUPPRESS' }),
    });
    await orMistake(this.#client.send(create));
    return password;
  }

  async allow(id: string, role: Role): Promise<void> {
    const group = { ...this.#pool, Username: id, GroupName: role };
    await orMistake(this.#client.send(new AdminAddUserToGroupCommand(group)));
  }

  async disallow(id: string, role: Role): Promise<void> {
    const group = { ...this.#pool, Username: id, GroupName: role };
    await orMistake(this.#client.send(new AdminRemoveUserFromGroupCommand(group)));
  }

  async remove(id: string): Promise<void> {
    const user = { ...this.#pool, Username: id };
    await orMistake(this.#client.send(new AdminDeleteUserCommand(user)));
  }

  /** Answers the temporary password where nobody is sent one, or a code to choose one. */
  async resetPassword({ id, status }: User, delivery: Delivery): Promise<string | undefined> {
    const user = { ...this.#pool, Username: id };
    if (delivery === 'print') {
      const Password = newPassword(passwordSign);
      const set = { ...user, Password, Permanent: false };
      await orMistake(this.#client.send(new AdminSetUserPasswordCommand(set)));
      return Password;
    }
    if (status === neverSignedIn) {
      // Unless told, Cognito may try a text message, for which the pool has no number.
      const DesiredDeliveryMediums: DeliveryMediumType[] = ['EMAIL'];
      const again = { ...user, MessageAction: 'RESEND', DesiredDeliveryMediums } as const;
      await orMistake(this.#client.send(new AdminCreateUserCommand(again)));
    } else {
      await orMistake(this.#client.send(new AdminResetUserPasswordCommand(user)));
    }
    return undefined;
  }

  async all(): Promise<User[]> {
    const [users, groups] = await Promise.all([
      this.#users(paginateListUsers({ client: this.#client }, this.#pool)),
      Promise.all(allRoles.map(async (role) => ({ role, ids: await this.idsOf(role) }))),
    ]);
    return users.map((user) => {
      const theirs = groups.filter(({ ids }) => ids.includes(user.Username ?? ''));
      return readUser(
        user,
        theirs.map(({ role }) => role),
      );
    });
  }

  async idsOf(role: Role): Promise<string[]> {
    const group = { ...this.#pool, GroupName: role };
    const users = await this.#users(paginateListUsersInGroup({ client: this.#client }, group));
    return users.map(({ Username = '' }) => Username);
  }

  #users(pages: AsyncIterable<{ Users?: UserType[] | undefined }>): Promise<UserType[]> {
    return orMistake(
      (async () => {
        const users: UserType[] = [];
        for await (const { Users = [] } of pages) users.push(...Users);
        return users;
      })(),
    );
  }
}

function readUser({ Username: id = '', Attributes, UserStatus }: UserType, ofUser: Role[]): User {
  const textOf = (name: string) => Attributes?.find(({ Name }) => Name === name)?.Value;
  const [name = id, email = ''] = [textOf('name'), textOf('email')];
  return { id, name, email, roles: ofUser, status: UserStatus ?? '' };
}
