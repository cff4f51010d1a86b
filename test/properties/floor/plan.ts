import { hour, type Instant, minute, second } from '../../../lambdas/domain/basics/instant.ts';
import type { Columns, RowKey } from '../../../lambdas/domain/row/row.ts';
import {
  type Operator,
  operatorSchema,
  type Task,
  taskSchema,
} from '../../../lambdas/domain/task/task.ts';
import { Chance } from './chance.ts';
import type { Faults } from './faults.ts';
import { planSteps } from './plan-steps.ts';
import type { Step } from './steps.ts';

/** How an operator's phone behaves; `refused`: the network calls no such number. */
export type Line = 'prompt' | 'ordinary' | 'silent' | 'dead' | 'refused';

/** A call centre and all that people and other software do to it: data alone, made from a seed. */
export interface FloorPlan {
  seed: number;
  faults: Faults;
  callsPerSecond: number | null;
  tasks: Task[];
  operators: { operator: Operator; line: Line }[];
  rows: (Columns & RowKey)[];
  /** By the time at which they happen. */
  steps: { at: Instant; step: Step }[];
}

export interface FloorSize {
  operators: number;
  rows: number;
  /** Customers' numbers; fewer than rows, so that some are in two rows. */
  numbers: number;
  /** For how long things are done to it. */
  span: number;
  /** How long ahead rows order their first calls at most, in milliseconds. */
  longestNotice: number;
  /** What is done beside the orders that rows begin with. */
  deeds: number;
  /** How many rows order a call at the same second. */
  burst: number;
  withPoison: boolean;
  /** How often each witness has a call, in milliseconds. */
  witnessPause: number;
  /** How often a number is called, where calls come up to it. */
  limits?: Pick<
    Task,
    'maxAttempts' | 'maxAttemptsPerDay' | 'maxAttemptsPer24Hours' | 'maxAttemptsPerNumber'
  >;
}

export const start: Instant = Date.parse('2026-11-23T10:00:00Z');

/** The whole floor: a working day of a call centre of fifty. */
export const wholeFloor: FloorSize = {
  operators: 50,
  rows: 2000,
  numbers: 1800,
  span: 5 * hour,
  longestNotice: 4 * hour,
  deeds: 1500,
  burst: 200,
  withPoison: true,
  witnessPause: 5 * minute,
};

/** A corner of it: few rows, numbers and operators, so that everything gets in everything's way. */
export const corner: FloorSize = {
  operators: 2,
  rows: 4,
  numbers: 3,
  span: hour / 2,
  longestNotice: 24 * minute,
  deeds: 16,
  burst: 0,
  withPoison: false,
  witnessPause: 5 * minute,
};

/** A corner where nobody may be called more than a few times. */
export const limitedCorner: FloorSize = {
  ...corner,
  limits: {
    maxAttempts: 3,
    maxAttemptsPerDay: 1,
    maxAttemptsPer24Hours: 2,
    maxAttemptsPerNumber: 3,
  },
};

/** In UTC. */
export const openHours = [
  ['09:00', '13:00'],
  ['14:00', '22:00'],
] as const;

/** Numbers from the ranges that are reserved for fiction. */
export function customerNumber(n: number): string {
  if (n < 1000) return `+447700900${String(n).padStart(3, '0')}`;
  return `+442079460${String(100 + n - 1000).padStart(3, '0')}`;
}

const callerId = '+442079460000';

export function planFloor(seed: number, size: FloorSize, faults: Faults): FloorPlan {
  const chance = new Chance(seed);
  const operators = planOperators(chance, size);
  const tasks = planTasks(operators, size);
  const { rows, steps } = planSteps(chance, { size, operators, tasks, faults });
  const callsPerSecond = chance.oneOf(size.burst > 0 ? [null, null, 5] : [null, 1, 5]);
  return { seed, faults, callsPerSecond, tasks, operators, rows, steps };
}

/** The last tenth of a large floor never fails: what happens to the others must not reach it. */
function witnessesOf(size: FloorSize): number {
  return size.operators >= 10 ? Math.floor(size.operators / 10) : 0;
}

function planOperators(chance: Chance, size: FloorSize): FloorPlan['operators'] {
  const witnesses = size.operators - witnessesOf(size);
  return Array.from({ length: size.operators }, (_, n) => {
    const id = `op${n}`;
    const tel = `+442079460${900 + n}`;
    const addresses = n % 4 === 3 && n < witnesses ? [tel, `client:${id}`] : [tel];
    const operator = operatorSchema.parse({ id, name: `Operator ${n}`, addresses });
    const bad = size.operators >= 10 && chance.happens(0.12);
    const line: Line = bad ? chance.oneOf(['silent', 'dead', 'refused']) : 'ordinary';
    return { operator, line: n >= witnesses ? 'prompt' : line };
  });
}

function planTasks(operators: FloorPlan['operators'], size: FloorSize): Task[] {
  const ids = operators.map(({ operator }) => operator.id);
  const witnesses = witnessesOf(size);
  const others = ids.slice(0, ids.length - witnesses);
  const given = [
    { id: 'demo', operators: others, script: 'talk', ...size.limits },
    { id: 'berlin', timeZone: 'Europe/Berlin', operators: others.slice(others.length / 2) },
    {
      id: 'hours',
      operators: others.slice(0, Math.ceil((others.length * 2) / 3)),
      callingHours: { 1: openHours, 2: openHours },
      maxAttempts: 3,
      // read and counted, but no call waits past the end of the course for them
      maxAttemptsPerDay: 50,
      maxAttemptsPerWeek: 100,
      retryGrowth: { busy: 2, noAnswer: 1.5 },
      retryJitter: { busy: 0.5, noAnswer: 0.5 },
    },
    { id: 'witness', operators: ids.slice(ids.length - witnesses), wrapUpSeconds: 10 },
  ];
  // the numbers of witnesses are American
  const allowed = { allowUnregisteredOperators: true, allowedCountries: ['GB', 'US'] };
  const common = { title: 'Floor', timeZone: 'Etc/UTC', country: 'GB', callerId, ...allowed };
  const tasks = given.map((it) => taskSchema.parse({ ...common, ...it }));
  if (size.operators < 10) return tasks.slice(0, 1);
  return tasks;
}

/** Whole seconds: what a date and a time can say. */
export function inSeconds(at: Instant, seconds: number): Instant {
  return Math.ceil(at / second) * second + seconds * second;
}
