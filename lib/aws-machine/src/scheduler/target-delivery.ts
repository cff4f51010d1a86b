import { AwsError } from '../base/aws-error.ts';
import type { Permissions } from '../permissions/permissions.ts';
import type { Fire } from './scheduler-store.ts';

export interface TargetDeliveryOptions {
  permissions: Pick<Permissions, 'allows'>;
  scheduleArn(groupName: string, name: string): string;
  sendMessage(
    queueArn: string,
    message: { body: string; groupId: string | undefined },
  ): Promise<void>;
  /** Starts a function without waiting for it: a failure of the function is not seen here. */
  invokeAsync(functionArn: string, event: unknown): void;
}

/** Hands fires to queues and functions, under the schedule's execution role. */
export class TargetDelivery {
  readonly #options: TargetDeliveryOptions;

  constructor(options: TargetDeliveryOptions) {
    this.#options = options;
  }

  async deliver(fire: Fire, executionId: string): Promise<void> {
    const { target } = fire;
    const input = this.#input(fire, executionId);
    if (isQueue(target.Arn)) {
      this.#demand(target.RoleArn, 'sqs:SendMessage', target.Arn);
      const groupId = target.SqsParameters?.MessageGroupId;
      await this.#options.sendMessage(target.Arn, { body: input, groupId });
    } else {
      this.#demand(target.RoleArn, 'lambda:InvokeFunction', target.Arn);
      this.#options.invokeAsync(target.Arn, JSON.parse(input));
    }
  }

  /** Without a dead-letter queue, what is given up is gone. */
  async discard({ target }: Fire): Promise<void> {
    const queueArn = target.DeadLetterConfig?.Arn;
    if (queueArn === undefined) return;
    const body = target.Input ?? '{}';
    await this.#options.sendMessage(queueArn, { body, groupId: undefined }).catch(() => undefined);
  }

  #demand(roleArn: string, action: string, resource: string): void {
    if (this.#options.permissions.allows(roleArn, { action, resource })) return;
    throw new AwsError(
      'AccessDeniedException',
      `${roleArn} does not allow ${action} on ${resource}`,
    );
  }

  #input(fire: Fire, executionId: string): string {
    const keywords: Record<string, string> = {
      'scheduled-time': isoSeconds(fire.dueAt),
      'schedule-arn': this.#options.scheduleArn(fire.groupName, fire.scheduleName),
      'execution-id': executionId,
      'attempt-number': String(fire.attempt),
    };
    const input = fire.target.Input ?? defaultInput(keywords);
    return input.replace(/<aws\.scheduler\.([a-z-]+)>/g, (text, name) => keywords[name] ?? text);
  }
}

/** What Scheduler sends where the schedule has no input of its own. */
function defaultInput(keywords: Record<string, string>): string {
  return JSON.stringify({
    version: '0',
    id: keywords['execution-id'],
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    time: keywords['scheduled-time'],
    resources: [keywords['schedule-arn']],
    detail: '{}',
  });
}

function isoSeconds(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}

function isQueue(arn: string): boolean {
  return arn.split(':')[2] === 'sqs';
}
