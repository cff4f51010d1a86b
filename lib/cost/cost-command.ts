import { parseArgs } from 'node:util';
import { type CommandContext, exitCodes } from '../command-line/run-command.ts';
import { UserMistake } from '../command-line/user-mistake.ts';
import type { Month } from './bill.ts';
import { keepMeasurement, type Measurement, readMeasurement } from './measurement.ts';
import { reportOf } from './report.ts';
import { readStackFacts } from './stack-facts.ts';

const help = `Says what a month costs at AWS and at Twilio.

  npm run cost -- [options]

  --callbacks N    promised calls that come to their end (10000)
  --operators N    who have a desk open, eight hours on 22 days (10)
  --minutes N      how long people talk (2)
  --attempts N     how often a customer is dialled until reached (1.5)
  --phones KIND    what operators speak into: browser or phone (browser)
  --stage NAME     whose alarms and sweeps are counted (prod)
  --measure        count anew what calls use, on a local system (two minutes), and
                   keep the numbers in lib/cost/measurement.json

The requests of a call are counted, prices are list prices (lib/cloud/watch/prices.ts);
how long functions take in AWS is estimated. Numbers of your own country and
region cost otherwise.
`;

const options = {
  callbacks: { type: 'string', default: '10000' },
  operators: { type: 'string', default: '10' },
  minutes: { type: 'string', default: '2' },
  attempts: { type: 'string', default: '1.5' },
  phones: { type: 'string', default: 'browser' },
  stage: { type: 'string', default: 'prod' },
  measure: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export async function costCommand(context: CommandContext): Promise<number> {
  const { values } = parseArgs({ args: [...context.words], options });
  if (values.help) {
    context.stdout.write(help);
    return exitCodes.done;
  }
  const month = readMonth(values);
  const facts = await factsOf(values.stage);
  const measurement = values.measure ? await measureAnew(context) : readMeasurement();
  context.stdout.write(reportOf({ month, measurement, facts }));
  return exitCodes.done;
}

function readMonth(
  values: Record<'callbacks' | 'operators' | 'minutes' | 'attempts' | 'phones', string>,
): Month {
  const { phones } = values;
  if (phones !== 'browser' && phones !== 'phone')
    throw new UserMistake(`--phones must be browser or phone, got ${phones}.`);
  return {
    callbacks: amount('callbacks', values.callbacks, { least: 0, kind: 'whole' }),
    operators: amount('operators', values.operators, { least: 0, kind: 'whole' }),
    minutes: amount('minutes', values.minutes, { least: 0, kind: 'any' }),
    attempts: amount('attempts', values.attempts, { least: 1, kind: 'any' }),
    operatorPhones: phones,
  };
}

function amount(
  name: string,
  text: string,
  { least, kind }: { least: number; kind: 'whole' | 'any' },
): number {
  const pattern = kind === 'whole' ? /^\d{1,9}$/ : /^\d{1,6}(\.\d{1,3})?$/;
  if (pattern.test(text) && Number(text) >= least) return Number(text);
  const expected = kind === 'whole' ? 'a whole number' : 'a number such as 2.5';
  throw new UserMistake(`--${name} must be ${expected}, ${least} or more, got ${text}.`);
}

/** A stage that nobody knows is said so by the configuration itself. */
async function factsOf(stage: string) {
  try {
    return await readStackFacts(stage);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserMistake(`The stack cannot be synthesized: ${reason}.`, { cause });
  }
}

async function measureAnew({ stderr }: CommandContext): Promise<Measurement> {
  const { measure } = await import('./measure.ts');
  const measurement = await measure((progress) => stderr.write(`${progress}\n`));
  keepMeasurement(measurement);
  return measurement;
}
