import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { DialQueue } from './dial-queue.ts';
import type { NodeFunction } from './node-function.ts';

const scheduler = 'scheduler.amazonaws.com';

/** Far timers: one-shot schedules that put their message on the dial queue. */
export class Timers extends Construct {
  readonly #group: ScheduleGroup;
  readonly #role: Role;
  readonly #dialQueue: DialQueue;

  constructor(scope: Construct, id: string, { dialQueue }: { dialQueue: DialQueue }) {
    super(scope, id);
    this.#dialQueue = dialQueue;
    this.#group = new ScheduleGroup(this, 'Default', { removalPolicy: RemovalPolicy.DESTROY });
    this.#role = new Role(this, 'Role', { assumedBy: this.#asThisGroup() });
    dialQueue.allowSendingAs(this.#role);
  }

  /**
   * Scheduler vouches for the group. With the ARN of a schedule in its place, an update can be
   * accepted and every later fire be dropped without a word (Scheduler user guide, "Confused deputy").
   */
  #asThisGroup(): ServicePrincipal {
    return new ServicePrincipal(scheduler, {
      conditions: {
        StringEquals: {
          'aws:SourceAccount': Stack.of(this).account,
          'aws:SourceArn': this.#group.scheduleGroupArn,
        },
      },
    });
  }

  allowArming(fn: NodeFunction): void {
    fn.allow(['scheduler:CreateSchedule'], this.#schedules());
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.#role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': scheduler } },
      }),
    );
    fn.addEnvironment('TIMER_GROUP', this.#group.scheduleGroupName);
    fn.addEnvironment('TIMER_ROLE_ARN', this.#role.roleArn);
    fn.addEnvironment('DIAL_QUEUE_ARN', this.#dialQueue.queue.queueArn);
  }

  allowDisarming(fn: NodeFunction): void {
    fn.allow(['scheduler:DeleteSchedule'], this.#schedules());
    fn.addEnvironment('TIMER_GROUP', this.#group.scheduleGroupName);
  }

  /** Names of timers are made at run time. */
  #schedules(): string {
    const resourceName = `${this.#group.scheduleGroupName}/*`;
    return Stack.of(this).formatArn({ service: 'scheduler', resource: 'schedule', resourceName });
  }
}
