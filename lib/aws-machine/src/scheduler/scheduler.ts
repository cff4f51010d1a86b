import { AwsError } from '../base/aws-error.ts';
import type { Clock } from '../base/clock.ts';
import type { Permissions } from '../permissions/permissions.ts';
import type { FireQueue } from './fire-queue.ts';
import { parseSchedule, parseStrictly, type Schedule, scheduleName } from './schedule.ts';
import { parseExpression } from './schedule-expression.ts';
import type {
  Page,
  Paging,
  ScheduleGroup,
  SchedulerStore,
  StoredSchedule,
} from './scheduler-store.ts';

export interface SchedulerOptions {
  store: SchedulerStore;
  clock: Clock;
  fires: FireQueue;
  permissions: Pick<Permissions, 'trusts'>;
  region: string;
  accountId: string;
}

export interface ScheduleFilter {
  /** Empty for all groups. */
  groupName: string;
  prefix: string;
  /** Empty for both. */
  state: string;
}

const defaultGroup = 'default';

/** EventBridge Scheduler's schedules and groups, as strict as AWS is about them. */
export class Scheduler {
  readonly #options: SchedulerOptions;

  constructor(options: SchedulerOptions) {
    this.#options = options;
    options.store.putGroup(defaultGroup, options.clock.now());
  }

  createSchedule(input: unknown): void {
    const { store, clock } = this.#options;
    const schedule = parseSchedule(input);
    this.#assertAcceptable(schedule);
    if (store.schedule(schedule.GroupName, schedule.Name)) {
      throw new AwsError('ConflictException', `Schedule ${schedule.Name} already exists.`, 409);
    }
    this.#put(schedule, clock.now());
  }

  /** Replaces everything: what is left out returns to its default. */
  updateSchedule(input: unknown): void {
    const schedule = parseSchedule(input);
    this.#assertAcceptable(schedule);
    this.#put(schedule, this.getSchedule(schedule.GroupName, schedule.Name).createdAt);
  }

  getSchedule(groupName: string, name: string): StoredSchedule {
    const found = this.#options.store.schedule(groupName, parseStrictly(scheduleName, name));
    if (found) return found;
    throw new AwsError('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
  }

  deleteSchedule(groupName: string, name: string): void {
    this.getSchedule(groupName, name);
    this.#options.store.deleteSchedule(groupName, name);
    this.#options.fires.rearm();
  }

  listSchedules(filter: ScheduleFilter, paging: Paging): Page<StoredSchedule> {
    if (filter.groupName) this.getGroup(filter.groupName);
    return this.#options.store.schedules(filter, paging);
  }

  createGroup(name: string): void {
    const { store, clock } = this.#options;
    if (store.group(parseStrictly(scheduleName, name))) {
      throw new AwsError('ConflictException', `Schedule group ${name} already exists.`, 409);
    }
    store.putGroup(name, clock.now());
  }

  getGroup(name: string): ScheduleGroup {
    const found = this.#options.store.group(name);
    if (found) return found;
    throw new AwsError('ResourceNotFoundException', `Schedule group ${name} does not exist.`, 404);
  }

  /** Deletes the group's schedules too. */
  deleteGroup(name: string): void {
    this.getGroup(name);
    if (name === defaultGroup) {
      throw new AwsError('ValidationException', 'The default schedule group cannot be deleted.');
    }
    this.#options.store.deleteGroup(name);
    this.#options.fires.rearm();
  }

  listGroups(prefix: string, paging: Paging): Page<ScheduleGroup> {
    return this.#options.store.groups(prefix, paging);
  }

  /** Puts the stack's own groups and schedules in place; unchanged schedules keep their rhythm. */
  install(groups: string[], inputs: unknown[]): void {
    const { store, clock } = this.#options;
    for (const name of groups) store.putGroup(name, clock.now());
    const wanted = inputs.map(parseSchedule);
    const installed = store.installedSchedules();
    for (const { GroupName, Name } of installed) {
      if (!wanted.some((schedule) => isSame(schedule, { GroupName, Name }))) {
        store.deleteSchedule(GroupName, Name);
      }
    }
    for (const schedule of wanted) {
      const before = installed.find((each) => isSame(each, schedule));
      if (JSON.stringify(before) !== JSON.stringify(schedule)) this.#install(schedule);
    }
  }

  groupArn(name: string): string {
    return this.#arn(`schedule-group/${name}`);
  }

  scheduleArn(groupName: string, name: string): string {
    return this.#arn(`schedule/${groupName}/${name}`);
  }

  #install(schedule: Schedule): void {
    this.#assertAcceptable(schedule);
    this.#put(schedule, this.#options.clock.now());
    this.#options.store.markInstalled(schedule.GroupName, schedule.Name);
  }

  #assertAcceptable(schedule: Schedule): void {
    this.getGroup(schedule.GroupName);
    this.#assertFuture(schedule);
    this.#assertTrust(schedule);
  }

  /** Whether AWS takes the past is not documented; that it fires then is nowhere promised. */
  #assertFuture({ ScheduleExpression, ScheduleExpressionTimezone }: Schedule): void {
    const expression = parseExpression(ScheduleExpression, ScheduleExpressionTimezone);
    if (expression.kind !== 'once' || expression.at > this.#options.clock.now()) return;
    throw new AwsError(
      'ValidationException',
      `Invalid Schedule Expression ${ScheduleExpression}: it lies in the past.`,
    );
  }

  /**
   * The trust policy must name the group.
   * https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
   */
  #assertTrust({ GroupName, Target }: Schedule): void {
    const { permissions, accountId } = this.#options;
    const context = { 'aws:SourceArn': this.groupArn(GroupName), 'aws:SourceAccount': accountId };
    if (permissions.trusts(Target.RoleArn, 'scheduler.amazonaws.com', context)) return;
    throw new AwsError(
      'ValidationException',
      'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
    );
  }

  #put(schedule: Schedule, createdAt: number): void {
    const { store, clock, fires } = this.#options;
    store.putSchedule(schedule, { createdAt, modifiedAt: clock.now() });
    fires.plan(schedule);
    fires.rearm();
  }

  #arn(resource: string): string {
    const { region, accountId } = this.#options;
    return `arn:aws:scheduler:${region}:${accountId}:${resource}`;
  }
}

type Identity = Pick<Schedule, 'GroupName' | 'Name'>;

function isSame(one: Identity, other: Identity): boolean {
  return one.GroupName === other.GroupName && one.Name === other.Name;
}
