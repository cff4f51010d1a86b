import { roomInQuarter } from '../../../lambdas/domain/views/capacity.ts';
import { findRoom } from '../../../lambdas/use-cases/promises/find-room.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { instant } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';

// ring ahead 15 s, a talk of 180 s and wrap-up 30 s: four calls a quarter of an hour and operator
const twoOperators = sampleTask();
const account = { callsPerSecond: 1 };

test.each([
  [0, 0],
  [1, 4],
  [2, 8],
  [500, 900],
])(
  '%i operators and one call a second make %i calls in a quarter of an hour',
  (operators, calls) => {
    expect(roomInQuarter(twoOperators, operators, account)).toBe(calls);
  },
);

/** Eight calls are promised for noon, and as many as `after` says for 12:15. */
async function booked(after: number): Promise<CallCentre> {
  const centre = await CallCentre.open();
  const promise = (Id: number, time_callback: string) =>
    centre.put(Id, {
      tel: '020 7946 0017',
      status: 10,
      date_callback: '2026-11-23',
      time_callback,
    });
  for (let n = 0; n < 8; n++) promise(100 + n, `12:0${n}`);
  for (let n = 0; n < after; n++) promise(200 + n, '12:15');
  await centre.follow();
  return centre;
}

async function roomAt(
  centre: CallCentre,
  iso: string,
  mayBe = (_: number) => true,
  calls?: number,
) {
  const task = await centre.world.directory.task('demo');
  if (task === undefined) throw new Error('the task is gone');
  const { from, nearest, ...counts } = await findRoom(centre.world, {
    task,
    at: instant(iso),
    calls,
    mayBe,
  });
  const shown = (at: number) => new Date(at).toISOString().slice(11, 16);
  return {
    from: shown(from),
    ...counts,
    ...(nearest !== undefined && { nearest: shown(nearest) }),
  };
}

test('a quarter of an hour with room says how much', async () => {
  const centre = await booked(3);
  expect(await roomAt(centre, '2026-11-23T12:29:59Z')).toEqual({
    from: '12:15',
    promised: 3,
    fits: 8,
  });
});

test('a full one names the nearest with room, the later of two', async () => {
  const centre = await booked(3);
  const full = { from: '12:00', promised: 8, fits: 8 };
  expect(await roomAt(centre, '2026-11-23T12:07:00Z')).toEqual({ ...full, nearest: '12:15' });
});

test('several calls that are moved together need room for all of them', async () => {
  const centre = await booked(3);
  const at = '2026-11-23T12:20:00Z';
  const always = () => true;
  const quarter = { from: '12:15', promised: 3, fits: 8 };
  expect(await roomAt(centre, at, always, 5)).toEqual(quarter);
  expect(await roomAt(centre, at, always, 6)).toEqual({ ...quarter, nearest: '12:30' });
  expect(await roomAt(centre, at, always, 9)).toEqual(quarter); // none is as large
});

test('one that is full itself, or at which the customer may not be called, is passed over', async () => {
  const centre = await booked(8);
  expect(await roomAt(centre, '2026-11-23T12:07:00Z')).toMatchObject({ nearest: '11:45' });
  const fromOneOn = (at: number) => at >= instant('2026-11-23T13:00:00Z');
  expect(await roomAt(centre, '2026-11-23T12:07:00Z', fromOneOn)).toMatchObject({
    nearest: '13:00',
  });
  expect(await roomAt(centre, '2026-11-23T12:07:00Z', () => false)).not.toHaveProperty('nearest');
});

test('operators who are away make no calls', async () => {
  const centre = await booked(0);
  await centre.world.directory.changeOperator('ivan', { away: true });
  expect(await roomAt(centre, '2026-11-23T12:00:00Z')).toMatchObject({ promised: 8, fits: 4 });
});
