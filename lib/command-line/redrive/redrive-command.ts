import { parseArgs } from 'node:util';
import { confirm } from '../confirm.ts';
import { findSystem, outputOf } from '../find-system.ts';
import { whereaboutsHelp, whereaboutsOptions } from '../find-tables.ts';
import { grouped, ProgressLine } from '../progress-line.ts';
import { type CommandContext, exitCodes } from '../run-command.ts';
import { UserMistake } from '../user-mistake.ts';
import { type DeadLetterQueue, Queues } from './dead-letter-queue.ts';
import { advise, inspect, kindsIn, listQueues } from './describe-letters.ts';
import { type Tally, workThrough } from './work-through.ts';

const help = `Shows the dead letters of a system, and sends again what can be sent.

  npm run redrive -- [options]

  --queue NAME     one of the queues that the list names; may be repeated.
                   Without it, all of them
  --drop           take off what cannot be sent again; what to do about it
                   before is said in the list
  --yes            do it without asking
${whereaboutsHelp}

Calls that died go back to the dial queue. That is safe: a call that was moved,
cancelled or made since is left alone. Find out first why they died, or they
come back.
Exit code: 0 no dead letter is left, 1 some are, 2 it could not be done.
`;

const options = {
  ...whereaboutsOptions,
  queue: { type: 'string', multiple: true, default: [] as string[] },
  drop: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export async function redriveCommand(context: CommandContext): Promise<number> {
  const { values } = parseArgs({ args: [...context.words], options });
  if (values.help) {
    context.stdout.write(help);
    return exitCodes.done;
  }
  const system = await findSystem(values);
  const all = await new Queues(await system.queues(), system.aws).deadLetterQueues();
  const inspected = await Promise.all(chosen(all, values.queue).map(inspect));
  context.stdout.write(`Dead letters of ${system.name}\n${listQueues(inspected, Date.now())}`);
  const filled = inspected.filter(({ sample }) => sample.length > 0);
  if (filled.length === 0) return exitCodes.done;
  for (const text of filled.flatMap((it) => advise(it, values)))
    context.stdout.write(`\n${text}\n`);
  const isUseful = values.drop || filled.some((it) => kindsIn(it).has('call'));
  if (!isUseful) return exitCodes.refused;
  const question = values.drop
    ? 'Send the calls again, and drop the rest?'
    : 'Send the calls again?';
  if (!(await confirm(context, { isGiven: values.yes, question })))
    return context.signal.aborted ? exitCodes.interrupted : exitCodes.refused;
  const order = { dialQueueUrl: outputOf(system, 'DialQueueUrl'), dropsOthers: values.drop };
  return redrive(
    filled.map(({ queue }) => queue),
    order,
    context,
  );
}

function chosen(all: readonly DeadLetterQueue[], names: readonly string[]): DeadLetterQueue[] {
  const known = all.map(({ name }) => name);
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw new UserMistake(
      `There is no dead-letter queue ${stranger}. There is ${known.join(', ')}.`,
    );
  return all.filter(({ name }) => names.length === 0 || names.includes(name));
}

async function redrive(
  queues: readonly DeadLetterQueue[],
  order: { dialQueueUrl: string; dropsOthers: boolean },
  { stderr, signal }: CommandContext,
): Promise<number> {
  const line = new ProgressLine(stderr, Date.now);
  let left = 0;
  for (const queue of queues) {
    if (signal.aborted) break;
    const of = ` of ${grouped(queue.depth)}`;
    const watch = (tally: Tally) => line.show(() => `${queue.name}: ${counts(tally)}${of}`);
    const tally = await workThrough(queue, { ...order, signal, watch });
    line.print(`${queue.name}: ${counts(tally)}.`);
    left += tally.left;
  }
  if (signal.aborted) {
    line.print('Stopped. What was not sent again is still there.');
    return exitCodes.interrupted;
  }
  return left > 0 ? exitCodes.refused : exitCodes.done;
}

function counts({ moved, dropped, left }: Tally): string {
  const counted = Object.entries({ 'sent again': moved, dropped, left });
  const parts = counted.filter(([, count]) => count > 0);
  if (parts.length === 0) return 'nothing was there any more';
  return parts.map(([what, count]) => `${grouped(count)} ${what}`).join(', ');
}
