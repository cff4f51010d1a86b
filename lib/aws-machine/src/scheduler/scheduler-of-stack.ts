import { z } from 'zod';
import type { Clock } from '../base/clock.ts';
import type { Permissions } from '../permissions/permissions.ts';
import { parseProperties } from '../template/parse-properties.ts';
import type { Stack } from '../template/stack.ts';
import { FireQueue } from './fire-queue.ts';
import type { Punctuality } from './punctuality.ts';
import { Scheduler } from './scheduler.ts';
import { SchedulerStore } from './scheduler-store.ts';
import { TargetDelivery, type TargetDeliveryOptions } from './target-delivery.ts';

export interface StackSchedulerOptions
  extends Pick<TargetDeliveryOptions, 'sendMessage' | 'invokeAsync'> {
  stack: Stack;
  file: string;
  clock: Clock;
  punctuality: Punctuality;
  permissions: Permissions;
}

export interface StackScheduler {
  scheduler: Scheduler;
  fires: FireQueue;
  close(): void;
}

const scheduleProperties = z.looseObject({
  Name: z.string().optional(),
  Target: z.looseObject({
    RetryPolicy: z
      .strictObject({
        MaximumEventAgeInSeconds: z.coerce.number().optional(),
        MaximumRetryAttempts: z.coerce.number().optional(),
      })
      .optional(),
  }),
});

/** The Scheduler with the stack's own groups and schedules. It fires once `fires` is started. */
export function stackScheduler(options: StackSchedulerOptions): StackScheduler {
  const { stack, clock, permissions } = options;
  const { region, accountId } = stack;
  const store = new SchedulerStore(options.file);
  const delivery: TargetDelivery = new TargetDelivery({
    ...options,
    scheduleArn: (groupName, name) => scheduler.scheduleArn(groupName, name),
  });
  const fires = new FireQueue({
    ...options,
    store,
    deliver: (fire, executionId) => delivery.deliver(fire, executionId),
    discard: (fire) => delivery.discard(fire),
  });
  const scheduler: Scheduler = new Scheduler({
    store,
    clock,
    fires,
    permissions,
    region,
    accountId,
  });
  scheduler.install(groupNames(stack), schedules(stack));
  return { scheduler, fires, close: () => store.close() };
}

function groupNames(stack: Stack): string[] {
  return stack.resources('AWS::Scheduler::ScheduleGroup').map(({ name }) => name);
}

function schedules(stack: Stack): unknown[] {
  return stack
    .resources('AWS::Scheduler::Schedule')
    .map((resource) => ({ ...parseProperties(scheduleProperties, resource), Name: resource.name }));
}
