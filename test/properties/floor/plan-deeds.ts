import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import { type Columns, type RowKey, textOf } from '../../../lambdas/domain/row/row.ts';
import type { Chance } from './chance.ts';
import { type FloorPlan, inSeconds } from './plan.ts';
import type { StepPlan } from './plan-steps.ts';
import type { Manner, Step } from './steps.ts';

interface Moment {
  at: Instant;
  row: Columns & RowKey;
}

/** One thing that somebody does, and what may follow so soon that it gets in the way. */
export function planDeed(chance: Chance, plan: StepPlan, { at, row }: Moment): FloorPlan['steps'] {
  const kind = chance.between(1, 10);
  if (kind <= 6) return [{ at, step: anyStep(chance, plan, { at, row }) }];
  if (kind <= 8) return ambush(chance, plan, { at, row });
  const call = anyCall(chance, plan, { at, row });
  const then = at + chance.between(0, 40) * second;
  const strike = chance.happens(0.5)
    ? anyStep(chance, plan, { at: then, row })
    : anyCall(chance, plan, { at: then, row });
  return [
    { at, step: call },
    { at: then, step: strike },
  ];
}

/** A call is promised soon, and just when it is being made the row is written again. */
function ambush(chance: Chance, plan: StepPlan, { at, row }: Moment): FloorPlan['steps'] {
  const due = inSeconds(at, chance.between(1, 25));
  const then = at + chance.between(0, 40_000);
  return [
    { at, step: { do: 'pair', row: keyOf(row), due, by: manner(chance) } },
    { at: then, step: anyStep(chance, plan, { at: then, row }) },
  ];
}

function keyOf({ task, Id }: RowKey): RowKey {
  return { task, Id };
}

function manner(chance: Chance): Manner {
  return chance.oneOf(['update', 'update', 'put', 'put with ours']);
}

function anyStep(chance: Chance, plan: StepPlan, { at, row: given }: Moment): Step {
  const row = keyOf(given);
  const pick = chance.between(1, 17);
  if (pick <= 4) {
    return { do: 'minutes', row, minutes: chance.oneOf([0, 1, 2, 20, 45]), by: manner(chance) };
  }
  if (pick <= 8) {
    return { do: 'pair', row, due: inSeconds(at, chance.between(1, 1500)), by: manner(chance) };
  }
  if (pick === 9) return { do: 'retime', row, due: inSeconds(at, chance.between(1, 600)) };
  if (pick === 10) {
    return { do: 'cancel', row, status: chance.oneOf([undefined, null, '', 12, '13']) };
  }
  if (pick === 11) return { do: 'delete', row };
  if (pick <= 13) {
    return { do: 'stale', row, age: chance.between(0, 6), ours: chance.happens(0.5) };
  }
  if (pick <= 15) return { do: 'edit', row, set: anyEdit(chance, plan, given) };
  const { operator } = chance.oneOf(plan.operators);
  return { do: 'away', operator: operator.id, away: chance.happens(0.3) };
}

function anyEdit(chance: Chance, { operators }: StepPlan, row: Columns): Columns {
  switch (chance.between(1, 4)) {
    case 1:
      return { tel: chance.happens(0.5) ? row.tel : '+442079460199' };
    case 2: {
      const { addresses } = chance.oneOf(operators).operator;
      return { operator_number: chance.oneOf(['', '+442079460990', ...addresses]) };
    }
    case 3:
      return { имя: chance.oneOf(['Zoë', 'Пётр', 'Anna', '']) };
    default:
      return { status: chance.oneOf([11, 'ten', 99, 10]) };
  }
}

/** People call: operators their customers, customers us; and they change their minds. */
function anyCall(chance: Chance, { operators }: StepPlan, { row: given }: Moment): Step {
  const row = keyOf(given);
  const tel = textOf(given.tel) ?? '';
  const { operator } = chance.oneOf(operators);
  const byNumber = chance.happens(0.5) ? { tel } : {};
  switch (chance.between(1, 9)) {
    case 1:
      return { do: 'place', row, operator: operator.id, ...byNumber };
    case 2:
      return { do: 'own', row, from: chance.oneOf(operator.addresses), ...byNumber };
    case 3:
    case 4:
      return { do: 'call-in', tel: chance.happens(0.9) ? tel : '+442079460105' };
    case 5:
      return { do: 'hang-up', pick: chance.between(0, 30) };
    case 6:
      return { do: 'defer', pick: chance.between(0, 30) };
    case 7:
      return { do: 'resume', pick: chance.between(0, 30) };
    default:
      return { do: 'hold', pick: chance.between(0, 30) };
  }
}
