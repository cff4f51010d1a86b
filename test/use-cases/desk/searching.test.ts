import { searchRows } from '../../../lambdas/use-cases/desk/search-rows.ts';
import { CallCentre } from '../../support/call-centre.ts';

const rows = {
  17: { tel: '020 7946 0017', имя: 'Мария', фамилия: 'Ёлкина', 'id заказа': 'A-4711' },
  18: { tel: '+44 20 7946 0018', имя: 'Марина', фамилия: 'Иванова', 'id заказа': 'A-4712' },
  19: { tel: '07700 900017', имя: 'Zoë', фамилия: 'Smith' },
};

let centre: CallCentre;
beforeEach(async () => {
  centre = await CallCentre.open();
  for (const [Id, columns] of Object.entries(rows)) centre.put(Number(Id), columns);
  await centre.follow();
});

async function search(text: string, limit = 9): Promise<number[]> {
  const task = { id: 'demo', country: 'GB' };
  const found = await searchRows(centre.ports, { task, text, limit });
  return found.map(({ key }) => key.Id).sort();
}

test.each<[string, number[]]>([
  ['мари', [17, 18]],
  ['МАРИЯ', [17]],
  ['елк', [17]],
  ['мари иван', [18]],
  ['иван мари', [18]],
  ['мари смит', []],
  ['zoe', [19]],
  ['smith, z', [19]],
  ['4711', [17]],
  ['A-4712', [18]],
  ['19', [19]],
  ['020 7946 0017', [17]],
  ['+44 (20) 7946-0017', [17]],
  ['0044 20 7946 0018', [18]],
  ['0017', [17, 19]],
  ['460018', [18]],
  ['017', [17, 19]],
  ['07946', []],
  ['…', []],
  ['никто', []],
])('“%s” finds %j', async (text, ids) => {
  expect(await search(text)).toEqual(ids);
});

test('finds no more than asked for', async () => {
  expect(await search('мари', 1)).toHaveLength(1);
});

test('a row that was rewritten a moment ago is not shown for what it was', async () => {
  centre.write(17, { имя: 'Анна', tel: '020 7946 0099' });
  expect(await search('мария')).toEqual([]);
  expect(await search('020 7946 0017')).toEqual([]);
});

test('a row that was deleted a moment ago is not shown', async () => {
  centre.delete(17);
  expect(await search('мария')).toEqual([]);
});
