import { type Move, movedColumns } from '../../../lambdas/domain/order/move.ts';
import {
  beingCalled,
  changePromises,
  notPromised,
} from '../../../lambdas/use-cases/promises/change-promises.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { promised } from '../../support/scenarios.ts';

test('a row that cannot be changed is told of, and the others are moved', async () => {
  const centre = await CallCentre.open();
  for (const Id of [17, 18, 19]) centre.put(Id, promised);
  await centre.follow();
  const { edit } = centre.world.rowEditor;
  centre.world.rowEditor.edit = async (row, it) => {
    if (row.key.Id === 18) throw new Error('Item size has exceeded the maximum allowed size');
    return edit.call(centre.world.rowEditor, row, it);
  };
  const rows = [17, 18, 19].map((Id) => ({ task: 'demo', Id }));
  const changed = await changePromises(centre.ports, {
    rows,
    by: 'boss',
    given: () => ({ callaftermin: 90 }),
    refuse: notPromised,
  });
  const moved = expect.any(Number);
  expect(changed).toEqual([
    { key: { task: 'demo', Id: 17 }, dueAt: moved },
    { key: { task: 'demo', Id: 18 }, problem: { code: 'failed' } },
    { key: { task: 'demo', Id: 19 }, dueAt: moved },
  ]);
  expect(centre.world.journal.failures).toMatchObject([{ ids: { row: 'demo.18' } }]);
});

describe('a move', () => {
  const move = async (wish: Move, refuse = notPromised) => {
    const centre = await CallCentre.open();
    const { status: _, ...never } = promised;
    for (const Id of [17, 18]) centre.put(Id, promised);
    centre.put(19, { tel: never.tel });
    await centre.follow();
    const changed = await changePromises(centre.ports, {
      rows: [17, 18, 19].map((Id) => ({ task: 'demo', Id })),
      by: 'boss',
      given: (row, context) => movedColumns(wish, row, context),
      refuse,
    });
    return changed.map(({ dueAt, problem }) =>
      dueAt === undefined ? problem?.code : new Date(dueAt).toISOString().slice(11, 16),
    );
  };

  test('is so much later than each was promised', async () => {
    expect(await move({ laterByMinutes: 120 })).toEqual(['12:30', '12:30', 'not-promised']);
    expect(await move({ laterByMinutes: -20 })).toEqual(['10:10', '10:10', 'not-promised']);
  });

  test('to a moment or to minutes from now is spread over as many minutes as are wished', async () => {
    const moment = { date_callback: '2026-11-23', time_callback: '15:00', spreadMinutes: 30 };
    expect(await move(moment, beingCalled)).toEqual(['15:00', '15:10', '15:20']);
    expect(await move({ callaftermin: 60, spreadMinutes: 30 }, beingCalled)).toEqual([
      '11:00',
      '11:10',
      '11:20',
    ]);
  });
});
