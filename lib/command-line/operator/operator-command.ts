import { parseArgs } from 'node:util';
import type { Role } from '../../../lambdas/domain/task/role.ts';
import { operatorId } from '../../../lambdas/domain/task/task.ts';
import { whereaboutsHelp, whereaboutsOptions } from '../find-tables.ts';
import { type CommandContext, exitCodes } from '../run-command.ts';
import { UserMistake } from '../user-mistake.ts';
import { addPerson } from './add-person.ts';
import { listPeople } from './list-people.ts';
import { removePerson } from './remove-person.ts';
import { resetPassword } from './reset-password.ts';
import { readRole, setRole } from './set-role.ts';
import { findOffice, type StaffOffice } from './staff-office.ts';

const help = `Keeps the people: who can sign in, and who can be rung.

  npm run operator -- add ID --name NAME --email ADDRESS [--phone N] [options]
  npm run operator -- list
  npm run operator -- set-role ID --role ROLE
  npm run operator -- remove ID
  npm run operator -- reset-password ID [--print-password]

  ID               1–32 letters, digits, hyphens or underscores; who signs in
                   types it as the user name
  --name NAME      as customers' cards and colleagues show it
  --email ADDRESS  gets the temporary password
  --phone N        where they are rung: +441234567890 or sip:user@domain; may be
                   repeated, the usual one first. Their browser is one of their
                   phones anyway
  --supervisor     sees and changes everything; takes calls only with --phone
  --viewer         sees everything and changes nothing
  --lead           supervises the tasks that name them; takes calls only with
                   --phone
  --role ROLE      operator, lead, viewer or supervisor, in the place of what they
                   are now
  --task TASK      that lists them from now on, or names them as its lead; may
                   be repeated
  --print-password shows the temporary password, once, instead of mailing it
${whereaboutsHelp}

To repeat it is safe: what is there already is told, and what lacks is added.
Exit code: 0 done, 2 it could not be done.
`;

const options = {
  ...whereaboutsOptions,
  id: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  phone: { type: 'string', multiple: true, default: [] as string[] },
  supervisor: { type: 'boolean', default: false },
  viewer: { type: 'boolean', default: false },
  lead: { type: 'boolean', default: false },
  role: { type: 'string' },
  task: { type: 'string', multiple: true, default: [] as string[] },
  'print-password': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const longestName = 200;

function readWords(words: readonly string[]) {
  return parseArgs({ args: [...words], options, allowPositionals: true });
}

type Words = ReturnType<typeof readWords>;

interface Deed {
  words: Words;
  office: StaffOffice;
  tell(line: string): void;
}

const deeds: Record<string, (deed: Deed) => Promise<void>> = {
  add: ({ words, office, tell }) => addPerson(office, wishOf(words), tell),
  list: async ({ office, tell }) => tell((await listPeople(office)).trimEnd()),
  remove: ({ words, office, tell }) => removePerson(office, idOf(words), tell),
  'set-role': ({ words, office, tell }) =>
    setRole(office, { id: idOf(words), role: readRole(words.values.role) }, tell),
  'reset-password': ({ words, office, tell }) =>
    resetPassword(office, { id: idOf(words), delivery: deliveryOf(words) }, tell),
};

export async function operatorCommand(context: CommandContext): Promise<number> {
  const words = readWords(context.words);
  if (words.values.help) {
    context.stdout.write(help);
    return exitCodes.done;
  }
  const [name = ''] = words.positionals;
  const deed = deeds[name];
  if (deed === undefined) {
    const known = Object.keys(deeds).join(', ');
    throw new UserMistake(`What shall be done? ${known}${name && `, not ${name}`}. See --help.`);
  }
  if (name !== 'list') idOf(words);
  const tell = (line: string) => void context.stdout.write(`${line}\n`);
  await deed({ words, office: await findOffice(words.values), tell });
  return exitCodes.done;
}

function wishOf(words: Words) {
  const { name, email, phone, task } = words.values;
  if (name === undefined) throw new UserMistake('What is the name? Give it with --name.');
  if (name.length < 1 || name.length > longestName)
    throw new UserMistake(`--name must be 1–${longestName} characters, got ${name.length}.`);
  return {
    id: idOf(words),
    name,
    email,
    phones: phone,
    role: roleOf(words),
    tasks: task,
    delivery: deliveryOf(words),
  };
}

function roleOf({ values }: Words): Role {
  const named = (['supervisor', 'viewer', 'lead'] as const).filter((it) => values[it]);
  const [role = 'operator', ...more] = named;
  if (more.length === 0) return role;
  throw new UserMistake(`One role at a time, got ${named.map((it) => `--${it}`).join(' and ')}.`);
}

function idOf({ values, positionals }: Words): string {
  const [, id = values.id, ...more] = positionals;
  if (id === undefined) throw new UserMistake('Who? Give the id, such as anna.');
  if (more.length > 0)
    throw new UserMistake(`One person at a time, got ${[id, ...more].join(', ')}.`);
  if (operatorId.safeParse(id).success) return id;
  throw new UserMistake(`An id has 1–32 letters, digits, hyphens or underscores, got ${id}.`);
}

function deliveryOf({ values }: Words): 'print' | 'e-mail' {
  return values['print-password'] ? 'print' : 'e-mail';
}
