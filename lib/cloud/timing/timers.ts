import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetters, sendingTo } from '../base/dead-letters.ts';
import { acknowledgeNames } from '../base/findings.ts';
import type { NodeFunction } from '../base/node-function.ts';
import { scheduler, schedulerFor } from '../base/scheduler-principal.ts';
import type { DialQueue } from './dial-queue.ts';

/** Far timers: one-shot schedules that put their message on the dial queue. */
export class Timers extends Construct {
  /** Messages that Scheduler could not put on the dial queue in five minutes. */
  readonly deadLetters: Queue;
  readonly group: ScheduleGroup;
  readonly #role: Role;
  readonly #dialQueue: DialQueue;

  constructor(scope: Construct, id: string, { dialQueue }: { dialQueue: DialQueue }) {
    super(scope, id);
    this.#dialQueue = dialQueue;
    this.group = new ScheduleGroup(this, 'Default', { removalPolicy: RemovalPolicy.DESTROY });
    this.#role = new Role(this, 'Role', { assumedBy: schedulerFor(this.group) });
    dialQueue.allowSendingAs(this.#role);
    this.deadLetters = deadLetters(this, 'DeadLetters');
    this.#role.addToPolicy(sendingTo(this.deadLetters));
  }

  allowArming(fn: NodeFunction): void {
    this.#allowOnSchedules(fn, 'scheduler:CreateSchedule');
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.#role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': scheduler } },
      }),
    );
    fn.addEnvironment('TIMER_GROUP', this.group.scheduleGroupName);
    fn.addEnvironment('TIMER_ROLE_ARN', this.#role.roleArn);
    fn.addEnvironment('DIAL_QUEUE_ARN', this.#dialQueue.queue.queueArn);
    fn.addEnvironment('TIMER_DEAD_LETTERS_ARN', this.deadLetters.queueArn);
  }

  allowDisarming(fn: NodeFunction): void {
    this.#allowOnSchedules(fn, 'scheduler:DeleteSchedule');
    fn.addEnvironment('TIMER_GROUP', this.group.scheduleGroupName);
  }

  #allowOnSchedules(fn: NodeFunction, action: string): void {
    const resourceName = `${this.group.scheduleGroupName}/*`;
    const parts = { service: 'scheduler', resource: 'schedule', resourceName };
    const all = Stack.of(this).formatArn(parts);
    fn.allow([action], all);
    acknowledgeNames(fn, all, 'Names of timers are made at run time');
  }
}
