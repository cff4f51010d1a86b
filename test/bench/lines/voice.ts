import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { bundleFunctions } from '../../../lib/bundles/bundle-functions.ts';
import { type Bench, type BenchContext, verdictOf } from '../bench.ts';
import { BenchSystem } from '../bench-system.ts';
import { kilobytes, milliseconds, percentile, round, spreadOf } from '../figures.ts';
import {
  furnish,
  longestRing,
  operatorNumber,
  putAccount,
  ringingOn,
  rowFor,
  seatsFrom,
  second,
  secondAhead,
} from '../floor.ts';
import { bundle } from './bundles.ts';

const most = { bytes: 600_000, p99: 15, timesToLoad: 1.5 };
const callsOf = { quick: 10, whole: 120, big: 120 };
const loadsOf = { quick: 3, whole: 11, big: 11 };
const warmUpCalls = 5;

/** The function that answers the operators' phones. */
export const voice: Bench = {
  name: 'voice',
  what: 'voice webhook: bundle, time to answer, time to load',
  async *run(context) {
    const { outdir, of } = await bundle(context);
    const bytes = of.find(({ name }) => name === 'voice')?.bytes ?? Number.NaN;
    yield {
      what: 'voice webhook: bundle',
      goal: `≤ ${kilobytes(most.bytes)}`,
      measured: kilobytes(bytes),
      verdict: verdictOf(bytes <= most.bytes),
    };
    const times = await timeToLoad(context, path.join(outdir, 'voice', 'index.mjs'));
    yield {
      what: 'voice webhook: time to load',
      goal: `≤ ${most.timesToLoad} × a handler with the DynamoDB client alone`,
      measured: `${milliseconds(times.voice)} against ${milliseconds(times.bare)}: ${round(times.voice / times.bare, 2)} × (medians of ${loadsOf[context.size]})`,
      verdict: verdictOf(times.voice <= most.timesToLoad * times.bare),
    };
    const { p50, p99, worst, count } = spreadOf(await answerTimes(context));
    yield {
      what: 'voice webhook: time to answer, warm, without the deliberate hold',
      goal: `p99 ≤ ${most.p99} ms`,
      measured: `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}, worst ${milliseconds(worst)}, of ${count} requests one after the other`,
      verdict: verdictOf(p99 <= most.p99),
    };
  },
};

const withDynamoDb = `
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
export const handler = (Key: never) => client.send(new GetItemCommand({ TableName: 't', Key }));
`;
const cache = path.join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache');

/** Medians of turns by turns, each in a process of its own. */
async function timeToLoad(
  context: BenchContext,
  voiceFile: string,
): Promise<{ voice: number; bare: number }> {
  const bareFile = await bareHandler(context);
  const voiceEnvironment = await environmentFor(voiceFile);
  const times = { voice: [] as number[], bare: [] as number[] };
  context.tell('loading');
  for (let n = 0; n < loadsOf[context.size]; n++) {
    times.voice.push(await load(voiceFile, voiceEnvironment));
    times.bare.push(await load(bareFile, {}));
  }
  return { voice: percentile(times.voice, 0.5), bare: percentile(times.bare, 0.5) };
}

async function bareHandler(context: BenchContext): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'bench-'));
  context.atEnd(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, 'bare'));
  writeFileSync(path.join(folder, 'bare', 'handler.ts'), withDynamoDb);
  await bundleFunctions({ handlers: folder, outdir: path.join(folder, 'out') });
  return path.join(folder, 'out', 'bare', 'index.mjs');
}

/** A function says which setting it misses: each gets an address, which does for all. */
async function environmentFor(file: string): Promise<Record<string, string>> {
  const environment: Record<string, string> = {};
  for (;;) {
    try {
      await load(file, environment);
      return environment;
    } catch (error) {
      const [, missing] = /environment must set (\w+)/.exec(String(error)) ?? [];
      if (missing === undefined || missing in environment) throw error;
      environment[missing] = 'http://127.0.0.1/setting';
    }
  }
}

const run = promisify(execFile);

/** Milliseconds from the start of the import to its end. */
async function load(file: string, environment: Record<string, string>): Promise<number> {
  const script = `const start = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - start); process.exit(0)`;
  const env = { ...process.env, AWS_REGION: 'eu-central-1', ...environment };
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { env });
  return Number(stdout.trim().split('\n').at(-1));
}

const ringAheadSeconds = 3;

/**
 * Calls ring at phones that nobody answers, and their webhooks are sent here, signed: the operator
 * answers, presses 1, and as the promised second has passed, the customer is dialled.
 */
async function answerTimes(context: BenchContext): Promise<number[]> {
  const system = await BenchSystem.start(context);
  await putAccount(system);
  const seats = seatsFrom(1, callsOf[context.size] + warmUpCalls);
  const settings = { ringAheadSeconds, operatorRingSeconds: longestRing };
  await furnish(system, { task: 'voice', seats, settings, operatorPhones: ringingOn });
  const dueAt = secondAhead(10 + Math.ceil(seats.length / 20));
  await system.putRows(
    seats.map((seat) => rowFor({ task: 'voice', Id: seat, seat, dueAt, operator: seat })),
  );
  await system.pauseUntil(dueAt + 5 * second);
  await system.quiet();
  context.tell(`sending the webhooks of ${seats.length} calls`);
  const post = await signedPost(system);
  const times: number[] = [];
  for (const seat of seats) {
    const [attempt, legs] = await Promise.all([attemptOf(system, seat), system.legs()]);
    const sid = legs.find(({ to }) => to === operatorNumber(seat))?.sid ?? '';
    const fields = { CallSid: sid, To: operatorNumber(seat), CallStatus: 'in-progress' };
    const query = `?attempt=${attempt}`;
    const answers = [
      await post(`/voice/operator${query}`, fields),
      await post(`/voice/ready${query}`, { ...fields, Digits: '1' }),
    ];
    if (answers.at(-1)?.text.includes('/voice/customer')) {
      answers.push(await post(`/voice/customer${query}`, fields));
    }
    if (!answers.at(-1)?.text.includes('<Dial')) throw new Error('a call came to no <Dial>');
    if (seat > warmUpCalls) times.push(...answers.map((it) => it.milliseconds));
  }
  return times;
}

async function attemptOf({ client, dynamodb }: BenchSystem, Id: number): Promise<string> {
  const Key = marshall({ task: 'voice', Id });
  const { Item } = await client.send(
    new GetItemCommand({ TableName: dynamodb.tables.subscribers, Key }),
  );
  const attempt = Item?._attempt?.S;
  if (attempt === undefined) throw new Error('a row has no attempt');
  return attempt;
}

async function signedPost(system: BenchSystem) {
  const { twilio } = (await system.ask('/local')) as { twilio: { authToken: string } };
  return async (target: string, fields: Record<string, string>) => {
    const url = `${system.address}${target}`;
    const start = performance.now();
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': getExpectedTwilioSignature(twilio.authToken, url, fields),
      },
      body: new URLSearchParams(fields),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${target.split('?')[0]} answered ${answer.status}`);
    return { text, milliseconds: performance.now() - start };
  };
}
