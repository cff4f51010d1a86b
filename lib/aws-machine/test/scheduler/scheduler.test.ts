import type { CreateScheduleCommandInput } from '@aws-sdk/client-scheduler';
import { impunctual } from '../../src/scheduler/punctuality.ts';
import { ManualClock } from '../manual-clock.ts';
import {
  deadLettersArn,
  functionArn,
  groupName,
  misledRoleArn,
  powerlessRoleArn,
  queueArn,
  roleArn,
  type SchedulerAtWork,
  schedulerAtWork,
} from './scheduler-at-work.ts';

let clock: ManualClock;
let work: SchedulerAtWork;

beforeEach(async () => {
  clock = new ManualClock('2026-03-01T10:00:00Z');
  work = await schedulerAtWork({ clock });
});

afterEach(() => work.stop());

function timer(changes: Partial<CreateScheduleCommandInput> = {}): CreateScheduleCommandInput {
  return {
    Name: 'demo-7',
    GroupName: groupName,
    ScheduleExpression: 'at(2026-03-01T12:00:00)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: { Arn: queueArn, RoleArn: roleArn, Input: '{"Id":7}' },
    ...changes,
  };
}

function create(changes: Partial<CreateScheduleCommandInput> = {}) {
  return work.client.createSchedule(timer(changes));
}

function target(changes: object): Pick<CreateScheduleCommandInput, 'Target'> {
  return { Target: { Arn: queueArn, RoleArn: roleArn, ...changes } };
}

describe('a one-time schedule', () => {
  test('fires at its moment, not before, and once', async () => {
    await create();
    await clock.moveTo('2026-03-01T11:59:59.999Z');
    expect(work.deliveries).toEqual([]);
    await clock.moveTo('2026-03-02T12:00:00Z');
    expect(work.deliveries).toEqual([
      { to: queueArn, body: '{"Id":7}', at: '2026-03-01T12:00:00.000Z' },
    ]);
  });

  test('may lie 40 days ahead', async () => {
    await create({ ScheduleExpression: 'at(2026-04-10T08:30:15)' });
    await clock.moveTo('2026-05-01T00:00:00Z');
    expect(work.deliveries[0]?.at).toBe('2026-04-10T08:30:15.000Z');
  });

  test('is read in its time zone, daylight saving included', async () => {
    await create({
      ScheduleExpression: 'at(2026-07-01T12:00:00)',
      ScheduleExpressionTimezone: 'Europe/Berlin',
    });
    await clock.moveTo('2026-08-01T00:00:00Z');
    expect(work.deliveries[0]?.at).toBe('2026-07-01T10:00:00.000Z');
  });

  test('is gone after it fired, where it asks for that', async () => {
    await create();
    await clock.moveTo('2026-03-01T12:00:00Z');
    const get = work.client.getSchedule({ Name: 'demo-7', GroupName: groupName });
    await expect(get).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('stays for good otherwise', async () => {
    await create({ ActionAfterCompletion: 'NONE' });
    await clock.moveTo('2026-03-01T13:00:00Z');
    const found = await work.client.getSchedule({ Name: 'demo-7', GroupName: groupName });
    expect(found.ActionAfterCompletion).toBe('NONE');
    expect(work.deliveries).toHaveLength(1);
  });

  test('does not fire while it is disabled, or after it was deleted', async () => {
    await create({ State: 'DISABLED' });
    await create({ Name: 'demo-8' });
    await work.client.deleteSchedule({ Name: 'demo-8', GroupName: groupName });
    await clock.moveTo('2026-03-02T00:00:00Z');
    expect(work.deliveries).toEqual([]);
  });

  test('fills the keywords of its input', async () => {
    const Input = '{"due":"<aws.scheduler.scheduled-time>","try":<aws.scheduler.attempt-number>}';
    await create(target({ Input }));
    await clock.moveTo('2026-03-01T12:00:00Z');
    expect(work.deliveries[0]?.body).toBe('{"due":"2026-03-01T12:00:00Z","try":1}');
  });
});

describe('an update', () => {
  test('replaces everything: what it leaves out returns to its default', async () => {
    await create({ Description: 'first' });
    const { ActionAfterCompletion: _, ...rest } = timer({
      ScheduleExpression: 'at(2026-03-01T15:00:00)',
    });
    await work.client.updateSchedule(rest);
    const found = await work.client.getSchedule({ Name: 'demo-7', GroupName: groupName });
    expect(found).toMatchObject({ ActionAfterCompletion: 'NONE', State: 'ENABLED' });
    expect(found.Description).toBeUndefined();
    await clock.moveTo('2026-03-02T00:00:00Z');
    expect(work.deliveries.map(({ at }) => at)).toEqual(['2026-03-01T15:00:00.000Z']);
  });

  test('of a schedule that does not exist is refused', async () => {
    await expect(work.client.updateSchedule(timer())).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Schedule demo-7 does not exist.',
    });
  });
});

describe('strictness', () => {
  const refused: [string, Partial<CreateScheduleCommandInput>, string][] = [
    ['a name with other characters', { Name: 'demo#7' }, 'Value "demo#7" at \'name\' failed'],
    ['a name of 65 characters', { Name: 'x'.repeat(65) }, 'less than or equal to 64'],
    [
      'a zone in the expression',
      { ScheduleExpression: 'at(2026-03-01T12:00:00Z)' },
      'Invalid Schedule Expression',
    ],
    [
      'fractions of seconds',
      { ScheduleExpression: 'at(2026-03-01T12:00:00.5)' },
      'Invalid Schedule Expression',
    ],
    [
      'a date that does not exist',
      { ScheduleExpression: 'at(2026-02-30T12:00:00)' },
      'Invalid Schedule Expression',
    ],
    ['the past', { ScheduleExpression: 'at(2026-03-01T10:00:00)' }, 'lies in the past'],
    ['one minutes', { ScheduleExpression: 'rate(1 minutes)' }, 'Invalid Schedule Expression'],
    [
      'an unknown time zone',
      { ScheduleExpressionTimezone: 'Mars/Olympus' },
      'Timezone Mars/Olympus',
    ],
    ['a dot in the client token', { ClientToken: 'a.b' }, "at 'clientToken' failed"],
    [
      'a retry age under a minute',
      target({ RetryPolicy: { MaximumEventAgeInSeconds: 59 } }),
      'maximumEventAgeInSeconds',
    ],
    ['186 retries', target({ RetryPolicy: { MaximumRetryAttempts: 186 } }), 'maximumRetryAttempts'],
    ['text for a function', target({ Arn: functionArn, Input: 'now' }), 'well-formed JSON'],
    [
      'a target that cannot be played',
      target({ Arn: 'arn:aws:sns:eu-central-1:1:x' }),
      'Lambda and SQS only',
    ],
    [
      'a role that does not exist',
      target({ RoleArn: `${roleArn}2` }),
      'must allow AWS EventBridge Scheduler to assume the role',
    ],
    [
      'a role that trusts a schedule, not the group',
      target({ RoleArn: misledRoleArn }),
      'to assume the role',
    ],
  ];

  test.each(refused)('refuses %s', async (_what, changes, sentence) => {
    await expect(create(changes)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(sentence),
    });
  });

  test('refuses a missing window', async () => {
    const { FlexibleTimeWindow: _, ...rest } = timer();
    const created = work.client.createSchedule(rest as CreateScheduleCommandInput);
    await expect(created).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('refuses a name twice, with the same token too', async () => {
    await create({ ClientToken: 'one' });
    await expect(create({ ClientToken: 'one' })).rejects.toMatchObject({
      name: 'ConflictException',
      message: 'Schedule demo-7 already exists.',
    });
  });

  test('refuses an unknown group', async () => {
    await expect(create({ GroupName: 'Nowhere' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Schedule group Nowhere does not exist.',
    });
  });
});

describe('a target that refuses', () => {
  test('is tried again with growing pauses', async () => {
    await create();
    work.outage.isOn = true;
    await clock.moveTo('2026-03-01T12:00:02Z');
    work.outage.isOn = false;
    await clock.moveTo('2026-03-01T13:00:00Z');
    expect(work.deliveries.map(({ at }) => at)).toEqual(['2026-03-01T12:00:03.000Z']);
  });

  test('loses the fire when its age or its tries are used up, to the dead-letter queue', async () => {
    const RetryPolicy = { MaximumRetryAttempts: 2 };
    const DeadLetterConfig = { Arn: deadLettersArn };
    await create(target({ RoleArn: powerlessRoleArn, RetryPolicy, DeadLetterConfig, Input: '{}' }));
    await clock.moveTo('2026-03-01T13:00:00Z');
    expect(work.deliveries).toEqual([
      { to: deadLettersArn, body: '{}', at: '2026-03-01T12:00:03.000Z' },
    ]);
  });

  test('is given up after the age that the policy names', async () => {
    await create(target({ RetryPolicy: { MaximumEventAgeInSeconds: 60 } }));
    work.outage.isOn = true;
    await clock.moveTo('2026-03-01T12:02:00Z');
    work.outage.isOn = false;
    await clock.moveTo('2026-03-02T00:00:00Z');
    expect(work.deliveries).toEqual([]);
  });
});

describe('late and double fires', () => {
  test('come 0–60 s late and sometimes twice, the same for the same seed', async () => {
    const first = await faultyRun(3);
    expect(await faultyRun(3)).toEqual(first);
    expect(await faultyRun(4)).not.toEqual(first);
    const due = Date.parse('2026-03-01T12:00:00Z');
    const lateness = first.map(({ at }) => Date.parse(at) - due);
    expect(Math.min(...lateness)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...lateness)).toBeLessThanOrEqual(120_000);
    expect(new Set(lateness).size).toBeGreaterThan(30);
    const bodies = new Set(first.map(({ body }) => body));
    expect(bodies.size).toBe(40);
    expect(first.length).toBeGreaterThan(45);
  });

  async function faultyRun(seed: number) {
    const ownClock = new ManualClock('2026-03-01T10:00:00Z');
    const faults = { latenessSeconds: [0, 60] as const, duplicateProbability: 0.5, seed };
    const faulty = await schedulerAtWork({ clock: ownClock, punctuality: impunctual(faults) });
    for (let number = 0; number < 40; number += 1) {
      const own = { Name: `t${number}`, ...target({ Input: String(number) }) };
      await faulty.client.createSchedule(timer(own));
    }
    await ownClock.moveTo('2026-03-01T13:00:00Z');
    await faulty.stop();
    return faulty.deliveries;
  }
});

describe('lists', () => {
  beforeEach(async () => {
    for (const Name of ['a-1', 'a-2', 'a-3', 'b-1']) await create({ Name });
  });

  test('come in pages', async () => {
    const page = { GroupName: groupName, NamePrefix: 'a-', MaxResults: 2 };
    const first = await work.client.listSchedules(page);
    const { NextToken } = first;
    const second = await work.client.listSchedules({ ...page, ...(NextToken && { NextToken }) });
    const names = [first, second].map(({ Schedules }) => Schedules?.map(({ Name }) => Name));
    expect(names).toEqual([['a-1', 'a-2'], ['a-3']]);
    expect(second.NextToken).toBeUndefined();
    expect(first.Schedules?.[0]?.CreationDate).toEqual(new Date(clock.now()));
  });

  test('may be limited to a state', async () => {
    await create({ Name: 'off', State: 'DISABLED' });
    const { Schedules } = await work.client.listSchedules({ State: 'DISABLED' });
    expect(Schedules?.map(({ Name }) => Name)).toEqual(['off']);
  });
});

describe('groups', () => {
  test('are created, found, listed and deleted with their schedules', async () => {
    const { client } = work;
    await client.createScheduleGroup({ Name: 'Other' });
    await expect(client.createScheduleGroup({ Name: 'Other' })).rejects.toMatchObject({
      name: 'ConflictException',
    });
    const { ScheduleGroups } = await client.listScheduleGroups({});
    expect(ScheduleGroups?.map(({ Name }) => Name)).toEqual(['Other', 'Timers', 'default']);
    await create();
    await client.deleteScheduleGroup({ Name: groupName });
    await expect(client.getScheduleGroup({ Name: groupName })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await clock.moveTo('2026-03-02T00:00:00Z');
    expect(work.deliveries).toEqual([]);
  });
});
