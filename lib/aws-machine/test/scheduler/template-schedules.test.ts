import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ManualClock } from '../manual-clock.ts';
import { functionArn, groupName, roleArn, schedulerAtWork } from './scheduler-at-work.ts';

const everyHour = {
  Type: 'AWS::Scheduler::Schedule',
  Properties: {
    GroupName: groupName,
    ScheduleExpression: 'rate(1 hour)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: functionArn, RoleArn: roleArn, Input: '{"sweep":true}' },
  },
};

function dataFile(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'scheduler-')), 'scheduler.sqlite');
}

async function run(options: {
  file: string;
  from: string;
  to: string;
  schedules?: Record<string, object>;
}): Promise<string[]> {
  const { file, schedules = { EveryHour: everyHour } } = options;
  const clock = new ManualClock(options.from);
  const work = await schedulerAtWork({ clock, file, schedules });
  await clock.moveTo(options.to);
  await work.stop();
  return work.deliveries.map(({ at }) => at.slice(11, 16));
}

test('a rate fires at once and then at its pace', async () => {
  const file = dataFile();
  const times = await run({ file, from: '2026-03-01T10:00:00Z', to: '2026-03-01T12:30:00Z' });
  expect(times).toEqual(['10:00', '11:00', '12:00']);
});

test('a restart keeps the pace, makes up for one missed fire and not for more', async () => {
  const file = dataFile();
  await run({ file, from: '2026-03-01T10:00:00Z', to: '2026-03-01T10:30:00Z' });
  const soon = await run({ file, from: '2026-03-01T10:40:00Z', to: '2026-03-01T11:20:00Z' });
  expect(soon).toEqual(['11:00']);
  const late = await run({ file, from: '2026-03-01T15:10:00Z', to: '2026-03-01T16:10:00Z' });
  expect(late).toEqual(['15:10', '16:00']);
});

test('a changed schedule starts anew, one that left the template stops', async () => {
  const file = dataFile();
  await run({ file, from: '2026-03-01T10:00:00Z', to: '2026-03-01T10:30:00Z' });
  const Properties = { ...everyHour.Properties, ScheduleExpression: 'rate(2 hours)' };
  const changed = { EveryHour: { ...everyHour, Properties } };
  const span = { file, from: '2026-03-01T10:40:00Z', to: '2026-03-01T13:00:00Z' };
  expect(await run({ ...span, schedules: changed })).toEqual(['10:40', '12:40']);
  const after = { file, from: '2026-03-01T13:10:00Z', to: '2026-03-02T13:00:00Z' };
  expect(await run({ ...after, schedules: {} })).toEqual([]);
});

test('one-time schedules survive a restart; what became due meanwhile fires at once', async () => {
  const file = dataFile();
  const clock = new ManualClock('2026-03-01T10:00:00Z');
  const work = await schedulerAtWork({ clock, file });
  await work.client.createSchedule({
    Name: 'once',
    GroupName: groupName,
    ScheduleExpression: 'at(2026-03-01T10:30:00)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: functionArn, RoleArn: roleArn, Input: '{}' },
  });
  await work.stop();
  const span = { file, from: '2026-03-01T10:45:00Z', to: '2026-03-01T12:00:00Z' };
  expect(await run({ ...span, schedules: {} })).toEqual(['10:45']);
});
