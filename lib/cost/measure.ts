import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type LocalSystem, startSystem } from '../local/start-system.ts';
import { MeasuredFloor, ringAheadSeconds, seatOf } from './measured-floor.ts';
import type { Count, Measurement, Phase } from './measurement.ts';

/** Enough to even out what now and then comes twice. */
const seats = 5;

/** Calls that come one by one: no two of them share a batch of a stream. */
const betweenMilliseconds = 700;

const sweeps = 5;

/**
 * What is to ring within half a minute of its order gets its message twice, for speed; most promises
 * are further ahead.
 */
const aheadSeconds = ringAheadSeconds + 32;
const secondsToFinish = 90;

/** Nothing was asked for so long: everything that follows from a call has followed. */
const quietMilliseconds = 1500;

const usualTalkSeconds = 4;

/** Makes calls on a system of its own on this machine, and counts what its functions ask of AWS. */
export function measure(tell: Tell): Promise<Measurement> {
  return onBench(tell, usualTalkSeconds, measureAll);
}

/** The part of it that is about calls which no page shows, and idle sweeps. */
export function measureCallbacks(
  tell: Tell,
  { talkSeconds }: { talkSeconds: number },
): Promise<Pick<Measurement, 'callback' | 'sweep'>> {
  return onBench(tell, talkSeconds, async (bench) => ({
    callback: await finishedCallbacks(bench),
    sweep: await idleSweeps(bench),
  }));
}

type Tell = (progress: string) => void;

async function onBench<Result>(
  tell: Tell,
  talkSeconds: number,
  run: (bench: Bench) => Promise<Result>,
): Promise<Result> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'callback-center-cost-'));
  const system = await startSystem({ port: 0, dataFolder, sample: 'none' }, tell);
  const floor = new MeasuredFloor(system);
  const counter = new Counter(system, path.join(dataFolder, 'cloud', 'logs'));
  try {
    tell(`Making ${seats} calls …`);
    await floor.furnish(seats, talkSeconds);
    return await run({ system, floor, counter, talkSeconds });
  } finally {
    floor.close();
    await system.stop();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Bench {
  system: LocalSystem;
  floor: MeasuredFloor;
  counter: Counter;
  talkSeconds: number;
}

async function measureAll(bench: Bench): Promise<Measurement> {
  const { floor, counter } = bench;
  const callback = await finishedCallbacks(bench);
  const sockets = await openDesks(floor);
  const watched = await finishedCallbacks(bench);
  await floor.giveScript(seats);
  const desk = await counter.phase(seats, () => workAtDesks(floor));
  for (const socket of sockets) socket.close();
  const sweep = await idleSweeps(bench);
  return { measuredOn: new Date().toISOString().slice(0, 10), callback, watched, desk, sweep };
}

function finishedCallbacks({ floor, counter, talkSeconds }: Bench): Promise<Phase> {
  return counter.phase(seats, () => finishCallbacks(floor, talkSeconds));
}

function idleSweeps({ system, counter }: Bench): Promise<Phase> {
  const reconcile = system.cloud.outputs.ReconcileFunction ?? '';
  return counter.phase(sweeps, async () => {
    for (let n = 0; n < sweeps; n++) await system.cloud.invoke(reconcile, {});
  });
}

/** Their pages are open, so that news of their calls is told to them. */
async function openDesks(floor: MeasuredFloor): Promise<WebSocket[]> {
  const opening = allSeats().map(async (seat) => {
    const token = await floor.token({ role: 'operator', operator: seatOf(seat).id });
    const { url } = await floor.ask('/api/me/socket', { method: 'POST', token });
    const socket = new WebSocket(String(url));
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = reject;
    });
    return socket;
  });
  return Promise.all(opening);
}

async function finishCallbacks(floor: MeasuredFloor, talkSeconds: number): Promise<void> {
  const token = await floor.token({ role: 'supervisor' });
  for (const seat of allSeats()) {
    await floor.order(seat, (Math.ceil(Date.now() / 1000) + aheadSeconds) * 1000);
    await pause(betweenMilliseconds);
  }
  const endsAt = Date.now() + (secondsToFinish + talkSeconds) * 1000;
  for (const seat of allSeats()) {
    while (!(await floor.isDone(seat, token))) {
      if (Date.now() > endsAt) throw new Error(`call ${seat} was not finished in time`);
      await pause(500);
    }
  }
}

/** As the pages do it around a call: see what it is about, fill the form in, go on. */
async function workAtDesks(floor: MeasuredFloor): Promise<void> {
  for (const seat of allSeats()) {
    const token = await floor.token({ role: 'operator', operator: seatOf(seat).id });
    const { attempts } = await floor.ask('/api/me/history', { token });
    const attempt = `/api/attempts/${(attempts as { id: string }[]).at(-1)?.id}`;
    await floor.ask(`${attempt}/card`, { token });
    await floor.ask(`${attempt}/form`, { method: 'POST', token });
    for (let revision = 0; revision < 3; revision++) {
      const body = { revision, run: runOf(`after ${revision} pauses in typing`) };
      await floor.ask(`${attempt}/form`, { method: 'PUT', token, body });
    }
    const left = { run: runOf('A good talk.', 'left') };
    await floor.ask(`${attempt}/form/submission`, { method: 'POST', token, body: left });
    await floor.ask('/api/me/done', { method: 'POST', token });
    for (const list of ['promises', 'calls']) await floor.ask(`/api/me/${list}`, { token });
  }
}

function runOf(comment: string, left?: 'left'): object {
  return { visits: [{ step: 'talk', answers: { comment }, ...(left && { left: true }) }] };
}

function allSeats(): number[] {
  return Array.from({ length: seats }, (_, n) => n + 1);
}

/** It goes on whether calls are made or not; Lambda pays for that of streams itself. */
const polling = /:ReceiveMessage|^dynamodbstreams:/;

/** Counts what is asked while something is done, and until nothing more follows from it. */
class Counter {
  readonly #cloud: LocalSystem['cloud'];
  readonly #logs: string;

  constructor({ cloud }: LocalSystem, logs: string) {
    this.#cloud = cloud;
    this.#logs = logs;
  }

  async phase(times: number, run: () => Promise<void>): Promise<Phase> {
    await this.#quiet();
    this.#cloud.resetRequestCounts();
    const before = this.#logBytes();
    await run();
    await this.#quiet();
    return { times, counts: this.#counts(), logBytes: this.#logBytes() - before };
  }

  async #quiet(): Promise<void> {
    let last = '';
    for (let now = this.#sum(); now !== last; now = this.#sum()) {
      last = now;
      await pause(quietMilliseconds);
    }
  }

  #sum(): string {
    return JSON.stringify(this.#counts());
  }

  #counts(): Count[] {
    const places = Object.entries(this.#cloud.functions);
    const placeOf = (caller: string) =>
      places.reduce((text, [place, name]) => text.replace(name, place), caller);
    return this.#cloud
      .requestCounts()
      .filter(({ operation }) => !polling.test(operation))
      .map(({ refused: _, ...it }) => ({ ...it, caller: placeOf(it.caller) }))
      .sort((a, b) => (a.caller + a.operation < b.caller + b.operation ? -1 : 1));
  }

  #logBytes(): number {
    const files = readdirSync(this.#logs).map((name) => path.join(this.#logs, name));
    return files.reduce((sum, file) => sum + statSync(file).size, 0);
  }
}
