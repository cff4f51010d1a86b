import { readSheet } from 'read-excel-file/universal';
import { writeWorkbook } from '../../lambdas/table-files/write-workbook.ts';

test('a workbook holds numbers, texts and moments as such, and a formula as a text', async () => {
  const at = new Date(2026, 10, 23, 10, 30, 5);
  const workbook = await writeWorkbook(
    [
      ['Name', 'Calls', 'Last call'],
      ['=1+1', 3, at],
      ['Мария', undefined, undefined],
    ],
    'Calls',
  );
  const [head, first, second] = await readSheet(workbook);
  expect(head).toEqual(['Name', 'Calls', 'Last call']);
  expect(first?.slice(0, 2)).toEqual(['=1+1', 3]);
  // As the clock of whoever saves it shows it: a workbook knows no zones.
  expect(JSON.stringify(first?.[2])).toContain('2026-11-23T10:30:05');
  expect(second).toEqual(['Мария', null, null]);
});
