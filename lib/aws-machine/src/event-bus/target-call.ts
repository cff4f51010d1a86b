import { AwsError } from '../base/aws-error.ts';
import type { Permissions } from '../permissions/permissions.ts';
import { type ApiDestination, callDestination } from './api-destination.ts';
import type { Delivery } from './event-store.ts';

export interface TargetCallOptions {
  permissions: Pick<Permissions, 'allows' | 'trusts'>;
  destinations: readonly ApiDestination[];
  accountId: string;
  sendMessage(
    queueArn: string,
    message: { body: string; groupId: string | undefined },
  ): Promise<void>;
  /** Starts a function without waiting for it: a failure of the function is not seen here. */
  invokeAsync(functionArn: string, event: unknown): void;
}

/** Hands events to queues, functions and API destinations; what is given up, to its dead letters. */
export class TargetCall {
  readonly #options: TargetCallOptions;
  readonly #stopping = new AbortController();

  constructor(options: TargetCallOptions) {
    this.#options = options;
  }

  /** Whoever does not answer is not waited for any more. */
  stop(): void {
    this.#stopping.abort();
  }

  async deliver(delivery: Delivery): Promise<void> {
    const { target, body } = delivery;
    const service = target.Arn.split(':')[2];
    if (service === 'lambda') return this.#options.invokeAsync(target.Arn, JSON.parse(body));
    if (service === 'sqs') {
      const groupId = target.SqsParameters?.MessageGroupId;
      return this.#options.sendMessage(target.Arn, { body, groupId });
    }
    this.#assertAllowed(delivery);
    const destination = this.#options.destinations.find(({ arn }) => arn === target.Arn);
    if (!destination) throw new Error(`The stack has no ${target.Arn}`);
    await callDestination(destination, body, this.#stopping.signal);
  }

  async discard({ target, body }: Delivery): Promise<void> {
    const queueArn = target.DeadLetterConfig?.Arn;
    if (queueArn === undefined) return;
    await this.#options.sendMessage(queueArn, { body, groupId: undefined }).catch(() => undefined);
  }

  /** EventBridge acts under the target's role. */
  #assertAllowed({ target, ruleArn }: Delivery): void {
    const { permissions, accountId } = this.#options;
    const role = target.RoleArn ?? '';
    const context = { 'aws:SourceAccount': accountId, 'aws:SourceArn': ruleArn };
    const need = { action: 'events:InvokeApiDestination', resource: target.Arn };
    const isTrusted = permissions.trusts(role, 'events.amazonaws.com', context);
    if (isTrusted && permissions.allows(role, need)) return;
    throw new AwsError('AccessDeniedException', `${role} may not call ${target.Arn}`);
  }
}
