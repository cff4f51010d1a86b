import { parseArgs } from 'node:util';
import { tablePorts } from '../../../lambdas/composition/table-ports.ts';
import type { VoiceRegion } from '../../../lambdas/ports/calls/voice-regions.ts';
import { confirm } from '../confirm.ts';
import { type FoundSystem, findSystem } from '../find-system.ts';
import { findTables, whereaboutsHelp, whereaboutsOptions } from '../find-tables.ts';
import { type CommandContext, exitCodes } from '../run-command.ts';
import { apiKeyChanges } from './api-key-changes.ts';
import { appChanges } from './app-changes.ts';
import { type Change, describeChange } from './change.ts';
import { chooseNumbers, numberChanges } from './number-changes.ts';
import { credentialChanges, openAccount } from './open-account.ts';
import { sipChanges } from './sip-changes.ts';
import { webhooksOf } from './webhooks.ts';

const help = `Sets a Twilio account up for the call centre: shows what differs, asks, does it.

  npm run twilio:configure -- [options]

  --number N          one of the account's numbers that shall take calls; may be
                      repeated. Without it, the numbers that the tasks call from
  --sip-domain NAME   desk phones register at NAME.sip.twilio.com. Without it,
                      the domain of the operators' sip: addresses
  --new-password USER a desk phone's password was lost: gives it another; may be
                      repeated
  --yes               do it without asking
${whereaboutsHelp}

It sets the numbers' voice, fallback and status URLs; the TwiML App and an API
key for browser phones; the SIP domain, its credential list and one credential
for each operator with a sip: address in it. New passwords are shown once.
The account is the one in Parameter Store, or until there is one, that of
TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN. To repeat it is safe.
Exit code: 0 all is set, 1 something is not set yet, 2 it could not be done.
`;

const options = {
  ...whereaboutsOptions,
  number: { type: 'string', multiple: true, default: [] as string[] },
  'sip-domain': { type: 'string' },
  'new-password': { type: 'string', multiple: true, default: [] as string[] },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Wishes = ReturnType<typeof readWishes>;

function readWishes(words: readonly string[]) {
  return parseArgs({ args: [...words], options }).values;
}

export async function twilioConfigureCommand(context: CommandContext): Promise<number> {
  const wishes = readWishes(context.words);
  if (wishes.help) {
    context.stdout.write(help);
    return exitCodes.done;
  }
  const { title, changes, notes } = await plan(await findSystem(wishes), wishes);
  context.stdout.write(`${title}\n`);
  for (const note of notes) context.stdout.write(`\n${note}\n`);
  if (changes.length === 0) {
    context.stdout.write('\nNothing to do: all is set.\n');
    return exitCodes.done;
  }
  for (const change of changes) context.stdout.write(`\n${describeChange(change)}\n`);
  context.stdout.write('\n');
  const consent = { isGiven: wishes.yes, question: 'Set it so at Twilio?' };
  if (!(await confirm(context, consent))) return unset(context);
  return carryOut(changes, context);
}

async function plan(system: FoundSystem, wishes: Wishes) {
  const account = await openAccount(system);
  const { client, sid, store, region } = account;
  const { directory } = tablePorts(await findTables(wishes));
  const [tasks, operators] = await Promise.all([directory.tasks(), directory.operators()]);
  const webhooks = webhooksOf(system);
  const callerIds = tasks.map(({ callerId }) => callerId);
  const { chosen, notes } = chooseNumbers(account, { named: wishes.number, callerIds });
  const systemName = systemNameOf(store.path);
  const friendlyName = `${systemName} browser phones`;
  const changes = [
    ...credentialChanges(account),
    ...numberChanges(account, chosen, webhooks.number),
    ...(await appChanges(account, { friendlyName, webhooks: webhooks.app, store })),
    ...(await apiKeyChanges(account, { friendlyName, store })),
    ...(await sipChanges(client, {
      named: wishes['sip-domain'],
      newPasswords: wishes['new-password'],
      webhooks: webhooks.sipDomain,
      operators,
      systemName,
    })),
  ];
  const title = `Twilio account ${sid}, for ${system.name}`;
  return { title, changes, notes: [...notes, ...regionNotes(region)] };
}

/** The routes belong to the account as a whole, whose credentials are not the region's. */
function regionNotes(region: VoiceRegion): string[] {
  if (region === 'us1') return [];
  return [
    `This is set in Twilio's region ${region}. Calls to numbers and SIP domains are handled there once each is routed there: Twilio console, the number or domain, Routing.`,
  ];
}

/** `/callback-center/prod/twilio` is the parameters' path of the stage `prod`. */
function systemNameOf(path: string): string {
  return `Callback center ${path.split('/').at(-2) ?? ''}`.trim();
}

async function carryOut(changes: readonly Change[], context: CommandContext): Promise<number> {
  const { stdout, stderr, signal } = context;
  let done = 0;
  for (const change of changes) {
    if (signal.aborted) break;
    stderr.write(`${change.title} …\n`);
    const shown = await change.apply();
    if (shown !== undefined) stdout.write(`${shown}\n`);
    done += 1;
  }
  if (done < changes.length) {
    stderr.write(
      `Stopped after ${done} of ${changes.length}. The same command goes on from there.\n`,
    );
    return exitCodes.interrupted;
  }
  stderr.write('All is set.\n');
  return exitCodes.done;
}

function unset({ signal }: CommandContext): number {
  return signal.aborted ? exitCodes.interrupted : exitCodes.refused;
}
