import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Bench, verdictOf } from '../bench.ts';
import { round } from '../figures.ts';
import type { Month } from './month-program.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const program = path.join(import.meta.dirname, 'month-program.ts');
const mostSeconds = 30;
const patienceSeconds = { quick: 30, whole: 60, big: 600 };
const what = 'a virtual month of 10,000 rows and 50 operators, rules on';

/** The simulation that the promises are tested with, of one core. */
export const month: Bench = {
  name: 'month',
  what,
  async *run({ size, signal, tell }) {
    tell('running the simulation');
    const goal = `≤ ${mostSeconds} s`;
    const timeout = patienceSeconds[size] * 1_000;
    const command = ['--import', './bin/prepare-node.js', program];
    const run = promisify(execFile)(process.execPath, command, { cwd: root, timeout, signal });
    const result = await run.catch((error: { killed?: boolean }) => {
      if (error.killed && !signal.aborted) return undefined;
      throw error;
    });
    if (result === undefined) {
      const measured = `not done after ${patienceSeconds[size]} s`;
      yield { what, goal, measured, verdict: 'missed' };
      return;
    }
    const { seconds, calls, violations } = JSON.parse(result.stdout) as Month;
    yield {
      what,
      goal,
      measured: `${round(seconds, 1)} s, ${calls} calls, ${violations} promises broken`,
      verdict: verdictOf(seconds <= mostSeconds && violations === 0),
    };
  },
};
