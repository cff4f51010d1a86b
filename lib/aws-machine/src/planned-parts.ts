import type { Backends } from './backends.ts';
import { systemClock } from './base/clock.ts';
import { type StackBuses, stackBuses } from './event-bus/buses-of-stack.ts';
import type { LambdaFunctions } from './functions/lambda-functions.ts';
import { impunctual, prompt } from './scheduler/punctuality.ts';
import { type StackScheduler, stackScheduler } from './scheduler/scheduler-of-stack.ts';
import type { SharedParts } from './shared-parts.ts';

/** What schedules and rules lead to. */
export interface Behind {
  backends: Backends;
  functions: LambdaFunctions;
}

export function schedulerOf(shared: SharedParts, { backends, functions }: Behind): StackScheduler {
  const { options, cleanups, folder } = shared;
  const { scheduler: punctuality = 'prompt', clock = systemClock } = options;
  const scheduler = stackScheduler({
    ...shared,
    clock,
    file: folder.file('scheduler.sqlite'),
    punctuality: punctuality === 'prompt' ? prompt : impunctual(punctuality),
    ...targetsOf(shared, { backends, functions }),
  });
  cleanups.add(() => scheduler.close());
  return scheduler;
}

export function busesOf(shared: SharedParts, behind: Behind): StackBuses {
  const { options, cleanups, folder } = shared;
  const { clock = systemClock, secrets = {} } = options;
  const targets = targetsOf(shared, behind);
  const buses = stackBuses({
    ...shared,
    ...targets,
    clock,
    secrets,
    file: folder.file('events.sqlite'),
  });
  cleanups.add(() => buses.close());
  return buses;
}

/** How schedules and rules reach what they are for. */
function targetsOf({ queueUrl }: SharedParts, { backends, functions }: Behind) {
  return {
    invokeAsync: (functionArn: string, event: unknown) => functions.invokeAsync(functionArn, event),
    async sendMessage(
      queueArn: string,
      { body, groupId }: { body: string; groupId: string | undefined },
    ) {
      const QueueUrl = queueUrl(queueArn.split(':').at(-1) ?? '');
      const message = { QueueUrl, MessageBody: body, MessageGroupId: groupId };
      await backends.sqs.call('AmazonSQS.SendMessage', message);
    },
  };
}
