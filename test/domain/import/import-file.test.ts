import {
  contentOf,
  FileSurvey,
  LineNumbering,
} from '../../../lambdas/domain/import/import-file.ts';

const tel = '020 7946 0017';

function occurrences(...lines: Record<string, string>[]): number[] {
  const numbering = new LineNumbering();
  return lines.map((cells, at) => numbering.number({ line: at + 2, cells }).occurrence);
}

describe('the lines of a file', () => {
  test('with an Id are numbered by it, whatever else they say', () => {
    expect(occurrences({ Id: '5', tel }, { Id: '6', tel }, { Id: '005', tel: '1' })).toEqual([
      1, 1, 2,
    ]);
  });

  test('without one are numbered by their content, whatever the order of its cells', () => {
    const maria = { tel, имя: 'Мария', Id: '' };
    const again = { имя: 'Мария', адрес: '', tel };
    expect(occurrences(maria, { tel, имя: 'Анна' }, again, again)).toEqual([1, 1, 2, 3]);
  });

  test('that differ are hardly ever taken for alike', () => {
    const numbering = new LineNumbering();
    const alike = Array.from({ length: 50_000 }, (_, n) => n).filter(
      (n) => numbering.number({ line: n, cells: { tel, номер: String(n) } }).occurrence > 1,
    );
    expect(alike).toEqual([]);
  });
});

test('what is empty or named in another order makes no difference to the content', () => {
  expect(contentOf({ b: '2', a: '1', c: '' })).toBe(contentOf({ a: '1', b: '2' }));
  expect(contentOf({ a: '1', b: '2' })).not.toBe(contentOf({ a: '12', b: '' }));
});

test('a survey counts all lines and finds the highest Id that a row can have', () => {
  const survey = new FileSurvey();
  survey.add({ line: 2, cells: { Id: '17', tel } });
  survey.add({ line: 3, cells: { Id: '9999999999999999', tel } });
  survey.add({ line: 4, problem: { code: 'too-many-cells', got: 3, columns: 2 } });
  survey.add({ line: 5, cells: { tel } });
  expect(survey).toMatchObject({ total: 4, highestId: 17 });
});
