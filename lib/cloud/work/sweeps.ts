import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule, ScheduleExpression, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { asDestination, deadLetters, sendingTo } from '../base/dead-letters.ts';
import { NodeFunction } from '../base/node-function.ts';
import { schedulerFor } from '../base/scheduler-principal.ts';
import type { TestCall } from '../stages/stage-schema.ts';
import type { Subsystems } from './subsystems.ts';

export interface SweepsProps extends Subsystems {
  testCall: TestCall | undefined;
}

const betweenReconciliations = Duration.minutes(1);
const betweenPatrols = Duration.hours(6);

/** What recovers from lost messages. A sweep that fails is not tried again: the next one does its work. */
export class Sweeps extends Construct {
  /** Not the timers' group, whose schedules functions may delete. */
  readonly group: ScheduleGroup;
  /** Sweeps that failed, or that could not be started. */
  readonly failures: Queue;
  /** With which Scheduler starts sweeps. */
  readonly #role: Role;
  readonly reconcile: NodeFunction;
  readonly patrol: NodeFunction;
  /** Undefined where no number of one's own is called by the clock. */
  readonly testCall: { fn: NodeFunction; pause: Duration } | undefined;

  constructor(scope: Construct, id: string, { testCall, ...subsystems }: SweepsProps) {
    super(scope, id);
    this.group = new ScheduleGroup(this, 'Default', { removalPolicy: RemovalPolicy.DESTROY });
    this.failures = deadLetters(this, 'Failures');
    this.#role = new Role(this, 'Role', { assumedBy: schedulerFor(this.group) });
    this.#role.addToPolicy(sendingTo(this.failures));
    this.reconcile = this.#reconcile(subsystems);
    this.#every(betweenReconciliations, this.reconcile);
    this.patrol = this.#patrol(subsystems);
    this.#every(betweenPatrols, this.patrol);
    this.testCall = testCall && this.#testCall(subsystems, testCall);
  }

  #reconcile(subsystems: Subsystems): NodeFunction {
    const { defaults, subscribers, attempts, locks, directory, dialQueue, views } = subsystems;
    const reconcile = new NodeFunction(this, 'Reconcile', {
      defaults,
      name: 'reconcile',
      description: 'Finds overdue rows and attempts without news, every minute',
      timeout: Duration.seconds(50),
    });
    subscribers.allowReading(reconcile);
    subscribers.allowReadingMany(reconcile);
    subscribers.allowChanging(reconcile);
    subscribers.allowFindingDue(reconcile);
    subscribers.allowFindingWaiting(reconcile);
    subsystems.deskSockets.allowClosing(reconcile);
    directory.allowListing(reconcile);
    attempts.allowReading(reconcile);
    locks.allowFinding(reconcile);
    locks.allowFindingHeld(reconcile);
    locks.allowOnce(reconcile);
    locks.allowDropping(reconcile);
    locks.allowTakingSlots(reconcile);
    dialQueue.allowSending(reconcile);
    views.allowFindingPromises(reconcile);
    views.allowFindingRecordings(reconcile);
    return reconcile;
  }

  #patrol(subsystems: Subsystems): NodeFunction {
    const { defaults, subscribers, attempts, locks, directory, dialQueue, views } = subsystems;
    const patrol = new NodeFunction(this, 'Patrol', {
      defaults,
      name: 'patrol',
      description: 'Pages through all rows for orders that nobody took, every six hours',
      timeout: Duration.minutes(15),
    });
    subscribers.allowPaging(patrol);
    subscribers.allowReading(patrol);
    subscribers.allowReadingMany(patrol);
    subscribers.allowChanging(patrol);
    directory.allowReading(patrol);
    attempts.allowReading(patrol);
    locks.allowKeepingPlace(patrol);
    dialQueue.allowSending(patrol);
    views.allowBuilding(patrol);
    views.allowFindingNumbers(patrol);
    return patrol;
  }

  #testCall(subsystems: Subsystems, { task, Id, everyMinutes }: TestCall) {
    const { defaults, subscribers, attempts, locks, directory } = subsystems;
    const fn = new NodeFunction(this, 'TestCall', {
      defaults,
      name: 'test-call',
      description:
        'Orders a call to a number of our own, and fails where the last one did not ring',
      timeout: Duration.seconds(30),
    });
    fn.addEnvironment('TEST_CALL_TASK', task);
    fn.addEnvironment('TEST_CALL_ID', String(Id));
    subscribers.allowReading(fn);
    subscribers.allowChanging(fn);
    attempts.allowListing(fn);
    for (const table of [locks, directory]) table.tell(fn);
    const pause = Duration.minutes(everyMinutes);
    this.#every(pause, fn);
    return { fn, pause };
  }

  #every(pause: Duration, fn: NodeFunction): void {
    fn.live.configureAsyncInvoke({
      retryAttempts: 0,
      maxEventAge: pause,
      onFailure: asDestination(this.failures),
    });
    this.#allowStarting(fn);
    new CfnSchedule(this, `${fn.node.id}Schedule`, {
      groupName: this.group.scheduleGroupName,
      scheduleExpression: ScheduleExpression.rate(pause).expressionString,
      state: 'ENABLED',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: fn.live.functionArn,
        roleArn: this.#role.roleArn,
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
        deadLetterConfig: { arn: this.failures.queueArn },
      },
    });
  }

  #allowStarting(fn: NodeFunction): void {
    const actions = ['lambda:InvokeFunction'];
    this.#role.addToPolicy(new PolicyStatement({ actions, resources: [fn.live.functionArn] }));
  }
}
