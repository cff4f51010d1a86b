import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { confirm } from '../confirm.ts';
import { findSystem } from '../find-system.ts';
import { whereaboutsHelp, whereaboutsOptions } from '../find-tables.ts';
import { type CommandContext, exitCodes } from '../run-command.ts';
import { UserMistake } from '../user-mistake.ts';
import { openAccount } from './open-account.ts';
import { probeTwilio } from './probe.ts';

const help = `Makes a few calls between two numbers of the account, and prints where Twilio
is not as we believe it to be.

  npm run twilio:probe -- --from N --to N [options]

  --from N            a number of the account, which calls
  --to N              another one, which is called: nobody else's phone rings
  --yes               do it without asking: it costs a few cents
${whereaboutsHelp}
Exit code: 0 all is as believed, 1 something differs, 2 it could not be done.
`;

const options = {
  ...whereaboutsOptions,
  from: { type: 'string' },
  to: { type: 'string' },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export async function twilioProbeCommand(context: CommandContext): Promise<number> {
  const { stdout, words } = context;
  const wishes = parseArgs({ args: [...words], options }).values;
  if (wishes.help) {
    stdout.write(help);
    return exitCodes.done;
  }
  const { client, numbers } = await openAccount(await findSystem(wishes));
  const own = new Set(numbers.map(({ phoneNumber }) => phoneNumber));
  const [from, to] = [wishes.from, wishes.to].map((it) => ownNumber(it, own)) as [string, string];
  if (from === to) throw new UserMistake('--from and --to must be two numbers.');
  const question = `Call from ${from} to ${to} a few times?`;
  if (!(await confirm(context, { isGiven: wishes.yes, question }))) return exitCodes.refused;
  let differs = 0;
  const parts = { client, from, to, pause: (seconds: number) => pause(seconds * 1000) };
  for await (const { belief, expected, found } of probeTwilio(parts)) {
    const isSo = expected === found;
    if (!isSo) differs += 1;
    stdout.write(`${isSo ? 'as believed' : 'DIFFERS    '}  ${belief}: ${found}`);
    stdout.write(isSo ? '\n' : `, believed ${expected}\n`);
  }
  stdout.write(differs === 0 ? '\nAll is as believed.\n' : `\n${differs} to look into.\n`);
  return differs === 0 ? exitCodes.done : exitCodes.refused;
}

function ownNumber(given: string | undefined, own: ReadonlySet<string>): string {
  if (given !== undefined && own.has(given)) return given;
  const known = [...own].join(', ') || 'none';
  throw new UserMistake(`--from and --to must be numbers of this account, got ${given}: ${known}`);
}
