import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { evidencePorts } from '../../../lambdas/composition/functions/evidence-ports.ts';
import type { Erasure } from '../../../lambdas/domain/evidence/evidence.ts';
import { eraseNumber } from '../../../lambdas/use-cases/evidence/erase-number.ts';
import { confirm } from '../confirm.ts';
import { findAllTables, whereaboutsHelp, whereaboutsOptions } from '../find-tables.ts';
import { type CommandContext, exitCodes } from '../run-command.ts';
import { UserMistake } from '../user-mistake.ts';
import { findEverywhere, numberOfOption } from './find-number.ts';

const help = `Erases what is personal of a number: its rows, attempts, recordings, forms, stories,
receipts of imports, and locks. Keeps the chain of hashes that says what there was, and that
the number may not be called, where it may not.

  npm run erase -- --tel NUMBER [options]

  --tel NUMBER     whose; with its country code, or as dialled where all tasks are
  --by NAME        who orders it (your user name)
  --yes            asks nothing
${whereaboutsHelp}

Make evidence first, if it may be asked for: npm run evidence. Backups of the
tables keep what was erased for 35 days. Recordings are deleted at Twilio within
minutes, while the system runs; its records of calls are Twilio's own.
Exit code: 0 done, 1 a call is on or nothing was changed, 2 it could not be done.
`;

const options = {
  ...whereaboutsOptions,
  tel: { type: 'string' },
  by: { type: 'string' },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export async function eraseCommand(context: CommandContext): Promise<number> {
  const { values } = parseArgs({ args: [...context.words], options });
  if (values.help) {
    context.stdout.write(help);
    return exitCodes.done;
  }
  const by = values.by ?? userInfo().username;
  const ports = { ...evidencePorts(await findAllTables(values)), journal: { note: () => {} } };
  const number = await numberOfOption(ports, values.tel);
  const rows = await findEverywhere(ports, number, context);
  const question = `Erase all of this number, in ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}?`;
  if (!(await confirm(context, { isGiven: values.yes, question }))) return exitCodes.refused;
  const result = await eraseNumber(ports, { number, rows, by });
  if (result.kind === 'call-on') {
    throw new UserMistake('A call with this number is on. Erase it when the call has ended.');
  }
  context.stdout.write(`${sentence(result.erasure)}\n`);
  return exitCodes.done;
}

function sentence({ rows, attempts, forms, receipts, locks }: Erasure): string {
  const counts = Object.entries({ rows, attempts, forms, receipts, locks });
  const done = counts.map(([what, count]) => `${what} ${count}`).join(', ');
  return `Erased: ${done}. The chain stays.`;
}
