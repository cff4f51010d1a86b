import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { type Instant, second, toIso } from '../../domain/basics/instant.ts';
import { rowId } from '../../domain/row/row.ts';
import type { Timer, Timers } from '../../ports/rows/timers.ts';
import { encodeDialMessage } from '../sqs/dial-message-body.ts';

export interface TimerTarget {
  /** The schedule group that holds the timers. */
  group: string;
  dialQueueArn: string;
  /** The role with which Scheduler sends to the dial queue. */
  roleArn: string;
  /** The queue for what it could not send. */
  deadLettersArn: string;
}

/**
 * Timers are set two minutes early: delivered later than this they have nothing left to do, as the
 * reconciler has found the row. Left alone, Scheduler would go on for a day.
 */
const RetryPolicy = { MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 10 };

/** One-shot schedules that delete themselves; the name says all, so that arming twice is arming once. */
export class SchedulerTimers implements Timers {
  readonly #client: SchedulerClient;
  readonly #target: TimerTarget;

  constructor(client: SchedulerClient, target: TimerTarget) {
    this.#client = client;
    this.#target = target;
  }

  async arm(timer: Timer, fireAt: Instant): Promise<void> {
    const { group, dialQueueArn, roleArn, deadLettersArn } = this.#target;
    const Input = encodeDialMessage({ kind: 'call', row: timer.row, dueAt: timer.dueAt });
    const create = new CreateScheduleCommand({
      GroupName: group,
      Name: scheduleName(timer),
      ScheduleExpression: `at(${wholeSecond(fireAt)})`,
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: dialQueueArn,
        RoleArn: roleArn,
        Input,
        RetryPolicy,
        DeadLetterConfig: { Arn: deadLettersArn },
      },
    });
    await unless('ConflictException', () => this.#client.send(create));
  }

  async disarm(timer: Timer): Promise<void> {
    const name = { GroupName: this.#target.group, Name: scheduleName(timer) };
    const remove = new DeleteScheduleCommand(name);
    await unless('ResourceNotFoundException', () => this.#client.send(remove));
  }
}

/** At most 58 of the 64 characters that a name may have. */
function scheduleName({ row, dueAt }: Timer): string {
  return `${rowId(row)}.${Math.floor(dueAt / second).toString(36)}`;
}

/** Without a zone Scheduler reads UTC. */
function wholeSecond(at: Instant): string {
  return toIso(at).slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
}

async function unless(errorName: string, send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== errorName) throw error;
  }
}
