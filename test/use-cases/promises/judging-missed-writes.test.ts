import { orderMark } from '../../../lambdas/domain/order/order.ts';
import type { UnfollowedWrite } from '../../../lambdas/ports/calls/dial-queue.ts';
import { judgeUnfollowed } from '../../../lambdas/use-cases/promises/judge-unfollowed.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { instant } from '../../support/sample-attempt.ts';
import { operatorRinging, promised } from '../../support/scenarios.ts';

/** The record of the row's last write is lost; what would have been handed over in its place. */
function unfollowed(centre: CallCentre, Id: number): UnfollowedWrite {
  const record = centre.world.tables.takeRecords().at(-1);
  if (record === undefined) throw new Error('nothing was written');
  const { writtenAt: at, sequence, after } = record;
  return {
    row: { task: 'demo', Id: String(Id) },
    written: { earliest: at, latest: at },
    sequence,
    ...(after && { mark: orderMark(after.columns) }),
  };
}

test('an order that was written counts from then, however late it is judged', async () => {
  const centre = await CallCentre.open();
  centre.put(17, { tel: promised.tel, status: 10, callaftermin: 30 });
  const write = unfollowed(centre, 17);
  await centre.world.clock.advanceTo(instant('2026-11-23T10:20:00Z'));
  await judgeUnfollowed(centre.ports, write);
  expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T10:30:00.000Z' });
  await centre.runUntil('2026-11-23T10:30:00Z');
  expect(centre.dialler.rung).toHaveLength(1);
});

test('an order that was written since is not judged by the earlier write’s instant: it would be early', async () => {
  const centre = await CallCentre.open();
  centre.put(17, { ...promised, time_zone: 'PST' });
  const write = unfollowed(centre, 17);
  await centre.world.clock.advanceTo(instant('2026-11-23T10:20:00Z'));
  centre.put(17, { tel: promised.tel, status: 10, callaftermin: 30 });
  centre.world.tables.takeRecords();
  await judgeUnfollowed(centre.ports, write);
  expect(centre.row(17)).toMatchObject({ _due_at: '2026-11-23T10:50:00.000Z' });
});

test('what was taken meanwhile is left as it is, and its timer is set', async () => {
  const centre = await CallCentre.open();
  centre.put(17, promised);
  await centre.follow();
  const row = centre.row(17);
  for (const { timer } of centre.world.timers.all()) await centre.world.timers.disarm(timer);
  centre.write(17, { имя: 'Zoé' });
  const write = unfollowed(centre, 17);
  for (const _ of ['once', 'twice']) await judgeUnfollowed(centre.ports, write);
  expect(centre.row(17)).toEqual({ ...row, имя: 'Zoé' });
  expect(centre.world.timers.all()).toHaveLength(1);
});

test('a ban that stood before the write stands after it', async () => {
  const centre = await CallCentre.open();
  centre.put(17, promised);
  const write = { ...unfollowed(centre, 17), wasBarred: true as const };
  await judgeUnfollowed(centre.ports, write);
  expect(centre.row(17)._problem).toMatch(/^status was 14/);
});

test.each([
  ['cancelled', 'cancelled', (centre: CallCentre) => centre.write(17, { status: undefined })],
  ['moved', 'moved', (centre: CallCentre) => centre.write(17, { status: 10, callaftermin: 60 })],
  ['deleted', 'gone', (centre: CallCentre) => centre.delete(17)],
])('a row that was %s takes its call along', async (_, reason, write) => {
  const { centre } = await operatorRinging();
  write(centre);
  await judgeUnfollowed(centre.ports, unfollowed(centre, 17));
  expect(centre.attempts(17)).toMatchObject([{ facts: { withdrawn: { reason } } }]);
});

test('a call that is on is left alone', async () => {
  const { centre } = await operatorRinging();
  centre.write(17, { имя: 'Zoé' });
  await judgeUnfollowed(centre.ports, unfollowed(centre, 17));
  expect(centre.attempts(17)[0]?.facts.withdrawn).toBeUndefined();
});
