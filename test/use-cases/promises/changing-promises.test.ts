import { changePromises } from '../../../lambdas/use-cases/promises/change-promises.ts';
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
  const changed = await changePromises(centre.ports, { rows, given: { callaftermin: 90 } });
  const moved = expect.any(Number);
  expect(changed).toEqual([
    { key: { task: 'demo', Id: 17 }, dueAt: moved },
    { key: { task: 'demo', Id: 18 }, problem: { code: 'failed' } },
    { key: { task: 'demo', Id: 19 }, dueAt: moved },
  ]);
  expect(centre.world.journal.failures).toMatchObject([{ ids: { row: 'demo.18' } }]);
});
