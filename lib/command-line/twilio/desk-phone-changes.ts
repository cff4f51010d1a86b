import type { Twilio } from 'twilio';
import type { Operator } from '../../../lambdas/domain/task/task.ts';
import { newPassword } from '../new-password.ts';
import { UserMistake } from '../user-mistake.ts';
import type { Change } from './change.ts';
import { orMistake } from './twilio-mistakes.ts';

type Credential = Awaited<
  ReturnType<ReturnType<Twilio['sip']['credentialLists']>['credentials']['list']>
>[number];

/** The list of those whose desk phones are let in. */
export interface CredentialListPlan {
  friendlyName: string;
  isNew: boolean;
  /** Known once the list is there. */
  sid(): string;
  credentials: Credential[];
  changes: Change[];
}

export async function planCredentialList(
  client: Twilio,
  friendlyName: string,
): Promise<CredentialListPlan> {
  const lists = await orMistake(client.sip.credentialLists.list());
  const found = lists.find((it) => it.friendlyName === friendlyName);
  let sid = found?.sid;
  const create: Change = {
    title: `Credential list “${friendlyName}” (new)`,
    fields: [],
    async apply() {
      sid = (await orMistake(client.sip.credentialLists.create({ friendlyName }))).sid;
      return undefined;
    },
  };
  return {
    friendlyName,
    isNew: found === undefined,
    sid: () => sid ?? '',
    credentials: found
      ? await orMistake(client.sip.credentialLists(found.sid).credentials.list())
      : [],
    changes: found ? [] : [create],
  };
}

/** Whose phone is `sip:username@domain`. */
export interface DeskPhones {
  domainName: string;
  operators: readonly Operator[];
  /** Usernames whose password was lost. */
  newPasswords: readonly string[];
}

/** One credential for each operator with an address in the domain; those who are gone lose theirs. */
export function deskPhoneChanges(
  client: Twilio,
  list: CredentialListPlan,
  { domainName, operators, newPasswords }: DeskPhones,
): Change[] {
  const here = operators.filter(({ gone }) => gone !== true);
  const staff = usersOf(here, domainName);
  const stranger = newPasswords.find((username) => !staff.has(username));
  if (stranger !== undefined) {
    const known = [...staff.keys()].join(', ') || 'none';
    throw new UserMistake(
      `No operator is reached at sip:${stranger}@${domainName}; there is ${known}.`,
    );
  }
  const known = new Map(list.credentials.map((credential) => [credential.username, credential]));
  const wishes = [...staff].flatMap(([username, name]) => {
    const credential = known.get(username);
    if (credential !== undefined && !newPasswords.includes(username)) return [];
    return [passwordChange(client, { list, username, name, domainName, credential })];
  });
  const former = [...usersOf(operators, domainName).keys()].filter((it) => !staff.has(it));
  const leavers = former.flatMap((username) => known.get(username) ?? []);
  return [...wishes, ...leavers.map((credential) => removal(client, list, credential))];
}

/** Names by username. */
function usersOf(operators: readonly Operator[], domainName: string): Map<string, string> {
  const users = operators.flatMap(({ name, addresses }) =>
    addresses.flatMap((address) => {
      const [, user, domain] = /^sip:([^@]+)@(.+)$/.exec(address) ?? [];
      return user !== undefined && domain === domainName ? [[user, name] as const] : [];
    }),
  );
  return new Map(users);
}

interface PasswordWish {
  list: CredentialListPlan;
  username: string;
  name: string;
  domainName: string;
  credential: Credential | undefined;
}

function passwordChange(
  client: Twilio,
  { list, username, name, domainName, credential }: PasswordWish,
): Change {
  return {
    title: `Desk phone ${username} of ${name}`,
    fields: [{ label: 'Password', from: credential ? 'the old one' : '', to: 'a new one' }],
    async apply() {
      const password = newPassword();
      const { credentials } = client.sip.credentialLists(list.sid());
      await orMistake<unknown>(
        credential
          ? credentials(credential.sid).update({ password })
          : credentials.create({ username, password }),
      );
      return `${name}’s desk phone: user ${username}, domain ${domainName}, password ${password}`;
    },
  };
}

function removal(client: Twilio, list: CredentialListPlan, credential: Credential): Change {
  return {
    title: `Desk phone ${credential.username}: nobody who works here is reached there`,
    fields: [{ label: 'Credential', from: credential.username, to: '' }],
    async apply() {
      const { credentials } = client.sip.credentialLists(list.sid());
      await orMistake(credentials(credential.sid).remove());
      return undefined;
    },
  };
}
