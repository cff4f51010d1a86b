import { minute } from '../../../lambdas/domain/basics/instant.ts';
import type { Chance } from './chance.ts';
import { type FloorPlan, start } from './plan.ts';
import type { StepPlan } from './plan-steps.ts';
import type { Weather } from './steps.ts';

/** Places that AWS throttles, and functions that are down: only where functions fail at all. */
export function planWeather(chance: Chance, { size, faults, tasks }: StepPlan): FloorPlan['steps'] {
  if (faults.died === 0) return [];
  const often = size.rows > 100 ? 12 : chance.between(0, 2);
  return Array.from({ length: often }, () => {
    const at = start + chance.between(minute, size.span);
    return {
      at,
      step: {
        do: 'weather',
        ...anyWeather(
          chance,
          tasks.map(({ id }) => id),
        ),
      },
    };
  });
}

const functions = ['follow-row', 'call-operator', 'voice', 'events', 'reconcile', 'everything'];

function anyWeather(chance: Chance, tasks: readonly string[]): Weather {
  const seconds = chance.oneOf([5, 30, 90, 300]);
  switch (chance.between(1, 5)) {
    case 1:
      return { kind: 'hot partition', task: chance.oneOf(tasks), seconds };
    case 2:
      return { kind: 'stream stands', seconds };
    case 3:
      return { kind: 'queue is late', by: chance.between(1, 30) * 1000, seconds };
    default:
      return { kind: 'outage', fn: chance.oneOf(functions), seconds: hours(chance) ?? seconds };
  }
}

/** A bad deploy stands for hours before somebody mends it. */
function hours(chance: Chance): number | undefined {
  return chance.happens(0.1) ? chance.between(1, 3) * 3600 : undefined;
}
