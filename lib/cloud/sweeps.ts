import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { NodeFunction } from './node-function.ts';
import type { Subsystems } from './subsystems.ts';

const betweenReconciliations = Duration.minutes(1);
const betweenPatrols = Duration.hours(6);

/** What recovers from lost messages. A sweep that fails is not tried again: the next one does its work. */
export class Sweeps extends Construct {
  /** Not the timers' group, whose schedules functions may delete. */
  readonly #group: ScheduleGroup;
  readonly reconcile: NodeFunction;

  constructor(scope: Construct, id: string, subsystems: Subsystems) {
    super(scope, id);
    this.#group = new ScheduleGroup(this, 'Default', { removalPolicy: RemovalPolicy.DESTROY });
    this.reconcile = this.#reconcile(subsystems);
    this.#every(betweenReconciliations, this.reconcile);
    this.#every(betweenPatrols, this.#patrol(subsystems));
  }

  #reconcile(subsystems: Subsystems): NodeFunction {
    const { house, subscribers, attempts, locks, directory, dialQueue, timers } = subsystems;
    const reconcile = new NodeFunction(this, 'Reconcile', {
      house,
      name: 'reconcile',
      description: 'Finds overdue rows and attempts without news, every minute',
      timeout: Duration.seconds(50),
    });
    subscribers.allowReading(reconcile);
    subscribers.allowChanging(reconcile);
    subscribers.allowFindingDue(reconcile);
    directory.allowReading(reconcile);
    attempts.allowReading(reconcile);
    locks.allowFinding(reconcile);
    locks.allowFindingHeld(reconcile);
    locks.allowOnce(reconcile);
    timers.allowArming(reconcile);
    dialQueue.allowSending(reconcile);
    return reconcile;
  }

  #patrol(subsystems: Subsystems): NodeFunction {
    const { house, subscribers, attempts, locks, directory, dialQueue, timers } = subsystems;
    const patrol = new NodeFunction(this, 'Patrol', {
      house,
      name: 'patrol',
      description: 'Pages through all rows for orders that nobody took, every six hours',
      timeout: Duration.minutes(15),
    });
    subscribers.allowPaging(patrol);
    subscribers.allowReading(patrol);
    subscribers.allowChanging(patrol);
    directory.allowReading(patrol);
    attempts.allowReading(patrol);
    locks.allowFinding(patrol);
    timers.allowArming(patrol);
    dialQueue.allowSending(patrol);
    return patrol;
  }

  #every(pause: Duration, fn: NodeFunction): void {
    fn.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: pause });
    new Schedule(this, `${fn.node.id}Schedule`, {
      scheduleGroup: this.#group,
      schedule: ScheduleExpression.rate(pause),
      target: new LambdaInvoke(fn, { retryAttempts: 0, maxEventAge: Duration.minutes(1) }),
    });
  }
}
