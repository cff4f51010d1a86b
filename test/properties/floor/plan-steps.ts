import { type Instant, minute, second } from '../../../lambdas/domain/basics/instant.ts';
import type { Columns, RowKey } from '../../../lambdas/domain/row/row.ts';
import type { Task } from '../../../lambdas/domain/task/task.ts';
import type { Chance } from './chance.ts';
import type { Faults } from './faults.ts';
import { customerNumber, type FloorPlan, type FloorSize, inSeconds, start } from './plan.ts';
import { planDeed } from './plan-deeds.ts';
import { poisons, strangeIds } from './poison.ts';
import type { Step } from './steps.ts';
import { planWeather } from './weather.ts';

export interface StepPlan {
  size: FloorSize;
  operators: FloorPlan['operators'];
  tasks: Task[];
  faults: Faults;
}

type PlannedSteps = Pick<FloorPlan, 'rows' | 'steps'>;

export function planSteps(chance: Chance, plan: StepPlan): PlannedSteps {
  const { size, tasks } = plan;
  const common = tasks.filter(({ id }) => id !== 'witness');
  const rows = Array.from({ length: size.rows }, (_, n) => newRow(n, chance.oneOf(common), size));
  const steps = [
    ...bursts(chance, plan, rows),
    ...firstOrders(chance, plan, rows),
    ...deeds(chance, plan, rows),
    ...(size.withPoison ? poisonSteps(chance, size) : []),
    ...planWeather(chance, plan),
  ];
  const witnesses = witnessRows(plan);
  steps.push(...witnessOrders(plan, witnesses));
  steps.sort((a, b) => a.at - b.at);
  return { rows: [...rows, ...witnesses], steps };
}

function newRow(n: number, task: Task, { numbers }: FloorSize): Columns & RowKey {
  return { task: task.id, Id: n + 1, tel: customerNumber(n % numbers), имя: 'Zoë' };
}

/** Many rows for anybody at one second. */
function bursts(chance: Chance, { size }: StepPlan, rows: RowKey[]): FloorPlan['steps'] {
  if (size.burst === 0) return [];
  const minutes = [30, 75, 150].map((it) => start + it * minute);
  return minutes.flatMap((due, n) =>
    rows.slice(n * size.burst, (n + 1) * size.burst).map((row) => {
      const step: Step = { do: 'pair', row, due, by: chance.oneOf(['update', 'put']) };
      return { at: start + chance.between(1000, 20 * minute), step };
    }),
  );
}

function firstOrders(chance: Chance, plan: StepPlan, rows: RowKey[]): FloorPlan['steps'] {
  const { size } = plan;
  const operators = othersOf(plan);
  return rows.slice(3 * size.burst).flatMap((row) => {
    if (size.burst === 0 && chance.happens(0.5)) return [];
    const at = start + chance.between(1000, size.span * 0.8);
    const due = inSeconds(at, chance.between(1, size.longestNotice / second));
    const named = chance.happens(0.4) ? chance.oneOf(operators).operator.addresses[0] : undefined;
    const step: Step = { do: 'pair', row, due, by: chance.oneOf(['update', 'update', 'put']) };
    return [{ at, step: named === undefined ? step : { ...step, operator: named } }];
  });
}

/** Witnesses are named by no other task and do nothing of the kind: whoever puts off their own call is late for it. */
function othersOf({ operators }: StepPlan): FloorPlan['operators'] {
  return operators.filter(({ line }) => line !== 'prompt');
}

function deeds(chance: Chance, plan: StepPlan, rows: (Columns & RowKey)[]): FloorPlan['steps'] {
  const found: FloorPlan['steps'] = [];
  const operators = othersOf(plan);
  while (found.length < plan.size.deeds) {
    const at = start + chance.between(1000, plan.size.span);
    found.push(...planDeed(chance, { ...plan, operators }, { at, row: chance.oneOf(rows) }));
  }
  return found;
}

function poisonSteps(chance: Chance, size: FloorSize): FloorPlan['steps'] {
  const at = () => start + chance.between(1000, size.span);
  const tel = customerNumber(size.numbers - 1);
  const some = poisons.filter(() => chance.happens(Math.min(1, size.rows / 2000 + 0.02)));
  const rows = some.map((columns, n): { at: Instant; step: Step } => {
    const row = { task: 'demo', Id: 100_000 + n };
    return { at: at(), step: { do: 'poison', row, columns: { status: 10, tel, ...columns } } };
  });
  const ids = strangeIds.map((Id): { at: Instant; step: Step } => {
    const row = { task: 'demo', Id: Id as number };
    return { at: at(), step: { do: 'poison', row, columns: { status: 10, tel, callaftermin: 0 } } };
  });
  const noTask: Step = {
    do: 'poison',
    row: { task: 'nobody’s', Id: 1 },
    columns: { status: 10, tel, callaftermin: 0 },
  };
  return [...rows, ...ids, { at: at(), step: noTask }];
}

/** Promises to customers of their own, by operators of their own. */
function witnessRows({ size, tasks }: StepPlan): (Columns & RowKey)[] {
  const operators = tasks.find(({ id }) => id === 'witness')?.operators ?? [];
  const calls = Math.floor(size.span / size.witnessPause) * operators.length;
  return Array.from({ length: calls }, (_, n) => {
    const tel = `+1202555${String(100 + (n % 100)).padStart(4, '0')}`;
    return { task: 'witness', Id: n + 1, tel, имя: 'Witness' };
  });
}

function witnessOrders({ size, operators, tasks }: StepPlan, rows: RowKey[]): FloorPlan['steps'] {
  const ids = tasks.find(({ id }) => id === 'witness')?.operators ?? [];
  const theirs = operators.filter(({ operator }) => ids.includes(operator.id));
  return rows.map((row, n) => {
    const nth = Math.floor(n / theirs.length) + 1;
    const due = start + nth * size.witnessPause + (n % 7) * second;
    const operator = theirs[n % theirs.length]?.operator.addresses[0] as string;
    const at = Math.max(start + 500, due - minute - (size.span / 4) * (n % 3));
    return { at, step: { do: 'pair', row, due, by: 'update', operator } as const };
  });
}
