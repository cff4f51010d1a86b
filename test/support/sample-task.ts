import type { z } from 'zod';
import {
  type Operator,
  operatorSchema,
  type Task,
  taskSchema,
} from '../../lambdas/domain/task/task.ts';

/** A task in London that may call at any hour, as open as the sample of one machine, with what a test wants otherwise. */
export function sampleTask(given: Partial<z.input<typeof taskSchema>> = {}): Task {
  return taskSchema.parse({
    id: 'demo',
    title: 'Demo',
    timeZone: 'Europe/London',
    country: 'GB',
    callerId: '+442079460000',
    operators: ['anna', 'ivan'],
    allowUnregisteredOperators: true,
    attachUnknownCallers: true,
    ...given,
  });
}

/** Anna sits at a desk phone and at a browser phone. */
export const anna: Operator = operatorSchema.parse({
  id: 'anna',
  name: 'Anna',
  addresses: ['+442079460991', 'client:anna'],
});

export const ivan: Operator = operatorSchema.parse({
  id: 'ivan',
  name: 'Ivan',
  addresses: ['+442079460992'],
});
