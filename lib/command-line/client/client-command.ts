import { parseArgs } from 'node:util';
import { isScope, type Scope, scopes } from '../../../lambdas/contract/scopes.ts';
import { whereaboutsHelp, whereaboutsOptions } from '../find-tables.ts';
import { type CommandContext, exitCodes } from '../run-command.ts';
import { UserMistake } from '../user-mistake.ts';
import type { ClientOffice } from './client-office.ts';
import { findClientOffice } from './find-client-office.ts';

const help = `Keeps the software that signs in by itself, with its own credentials.

  npm run client -- add NAME --scope SCOPE [--scope SCOPE …] [options]
  npm run client -- list
  npm run client -- remove NAME

  NAME           1–32 letters, digits, hyphens or underscores, such as crm
  --scope SCOPE  what it may do; may be repeated:
                   rows:read   tasks, rows, promised calls, the do-not-call list
                   rows:write  order, move and cancel calls; add to that list
                   calls:read  calls, figures, operators, scripts
                   events:read what happened to rows
                   admin       all that supervisors may
${whereaboutsHelp}

The secret is told once. To add a client again gives it another one. A deployment
that changes how people sign in shuts clients out until this command is run again,
if only to list them.
Exit code: 0 done, 2 it could not be done.
`;

const options = {
  ...whereaboutsOptions,
  scope: { type: 'string', multiple: true, default: [] as string[] },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

interface Deed {
  name: string;
  scopes: string[];
  office: ClientOffice;
  tell(line: string): void;
}

const deeds: Record<string, (deed: Deed) => Promise<void>> = { add, list, remove };

export async function clientCommand(context: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...context.words],
    options,
    allowPositionals: true,
  });
  if (values.help) {
    context.stdout.write(help);
    return exitCodes.done;
  }
  const [what = '', name = ''] = positionals;
  const deed = deeds[what];
  if (deed === undefined) {
    const known = Object.keys(deeds).join(', ');
    throw new UserMistake(`What shall be done? ${known}${what && `, not ${what}`}. See --help.`);
  }
  if (deed !== list && !/^[A-Za-z0-9_-]{1,32}$/.test(name))
    throw new UserMistake(
      `A name has 1–32 letters, digits, hyphens or underscores, got ${name || 'nothing'}.`,
    );
  if (deed === add) scopesOf(values.scope);
  const tell = (line: string) => void context.stdout.write(`${line}\n`);
  await deed({ name, scopes: values.scope, office: await findClientOffice(values), tell });
  return exitCodes.done;
}

function scopesOf(given: readonly string[]): Scope[] {
  const odd = given.find((it) => !isScope(it));
  if (given.length > 0 && odd === undefined) return given.filter(isScope);
  throw new UserMistake(`--scope must be of ${scopes.join(', ')}, got ${odd ?? 'nothing'}.`);
}

async function add({ name, scopes: given, office, tell }: Deed): Promise<void> {
  const client = await office.add(name, scopesOf(given));
  tell(`${name} may: ${client.scopes.join(', ')}.`);
  tell(`client id      ${client.id}`);
  tell(`client secret  ${client.secret}`);
  tell('The secret is not told again. A token for it:');
  tell(`  curl -s ${office.tokenUrl} -u ${client.id}:SECRET -d grant_type=client_credentials`);
}

async function list({ office, tell }: Deed): Promise<void> {
  const all = await office.list();
  if (all.length === 0) return tell('No software signs in by itself.');
  for (const { name, id, scopes: may } of all) tell(`${name}  ${id}  ${may.join(', ')}`);
}

async function remove({ name, office, tell }: Deed): Promise<void> {
  const wasThere = await office.remove(name);
  if (!wasThere) throw new UserMistake(`There is no client ${name}.`);
  tell(`${name} signs in no more. A token that it has works on for an hour at most.`);
}
