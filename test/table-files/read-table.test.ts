import { readTable } from '../../lambdas/table-files/read-table.ts';
import { tableWarningText } from '../../lambdas/table-files/table-problem.ts';
import { gather } from '../support/gather.ts';
import { inWords } from '../support/refusal-in-words.ts';
import { linesOf, tableOf } from './table-of.ts';

const tel = '020 7946 0017';

describe('the delimiter', () => {
  test.each([
    ['comma', 'Id,tel,имя'],
    ['semicolon', 'Id;tel;имя'],
    ['tab', 'Id\ttel\tимя'],
    ['comma', 'Id,tel,"a;b;c;d"'],
    ['semicolon', '"a,b,c,d";tel'],
    ['semicolon', 'Id;"tel";"имя ""x"", мать, отец"'],
    ['comma', 'tel'],
  ])('is a %s in the header %s', async (delimiter, header) => {
    expect((await tableOf(`${header}\r\n`)).delimiter).toBe(delimiter);
  });

  test('is what Excel’s first line sep= names', async () => {
    const table = await tableOf(`sep=;\r\nId,x;tel\r\n1;${tel}\r\n`);
    expect(table.delimiter).toBe('semicolon');
    expect(await gather(table.lines)).toEqual([{ line: 3, cells: { 'Id,x': '1', tel } }]);
  });
});

describe('the header', () => {
  test.each(['\uFEFF\uFEFF', '\uFEFF\uFEFF\uFEFF', '"\uFEFF'])(
    'may come after marks that are none: %j',
    async (marks) => {
      const content = marks.startsWith('"') ? `"\uFEFFtel"\n${tel}\n` : `${marks}tel\n${tel}\n`;
      expect(await linesOf(content)).toEqual([{ line: 2, cells: { tel } }]);
    },
  );

  const columnsOf = async (header: string) => {
    const table = await tableOf(`${header}\n`);
    return table.header.columns.filter((it) => it.keep).map((it) => it.name);
  };

  test('has the contract’s names in any case and others as they are', async () => {
    expect(await columnsOf('ID;Tel; CallAfterMin ;STATUS;Имя;id заказа')).toEqual([
      'Id',
      'tel',
      'callaftermin',
      'status',
      'Имя',
      'id заказа',
    ]);
  });

  test('may come after blank lines', async () => {
    expect(await linesOf(`\r\n;;\r\ntel;имя\r\n${tel};Мария\r\n`)).toEqual([
      { line: 4, cells: { tel, имя: 'Мария' } },
    ]);
  });

  test('loses the system’s own columns, the task and nameless ones, and says so', async () => {
    const table = await tableOf(`tel;_due_at;task;;имя\r\n${tel};x;y;;Мария\r\n`);
    expect(table.header.warnings.map((it) => tableWarningText(it, 'en'))).toEqual([
      'Column _due_at is left out: such names are the system’s own.',
      'Column task is left out: --task says which task.',
      'Column 4 has no name and is left out.',
    ]);
    expect(await gather(table.lines)).toEqual([{ line: 2, cells: { tel, имя: 'Мария' } }]);
  });

  test.each([
    ['', 'The file is empty.'],
    ['\r\n \r\n', 'The file is empty.'],
    ['sep=;\r\n', 'The file is empty.'],
    [
      'имя;телефон',
      'The header line has no column tel, only “имя”, “телефон”. The first line must name the columns: Id, tel and so on.',
    ],
    [
      'tel;имя;TEL',
      'The header names tel more than once, as columns 1 and 3. Every column needs a name of its own.',
    ],
    [
      'tel;имя;имя',
      'The header names имя more than once, as columns 2 and 3. Every column needs a name of its own.',
    ],
    [`tel${';'.repeat(250)}`, 'The header names 251 columns; at most 250 fit in a row.'],
  ])('%j is refused with a sentence', async (content, sentence) => {
    await expect(tableOf(content)).rejects.toThrow(sentence);
  });
});

describe('a line', () => {
  test('is numbered as an editor numbers it, from where its record begins', async () => {
    const content = [
      'tel;имя',
      `${tel};"Мария`,
      'Анна"',
      '',
      ' ; ',
      `${tel};"a\rb"`,
      '',
      `${tel};Пётр`,
    ].join('\r\n');
    const lines = await linesOf(content);
    expect(lines).toEqual([
      { line: 2, cells: { tel, имя: 'Мария\r\nАнна' } },
      { line: 6, cells: { tel, имя: 'a\rb' } },
      { line: 9, cells: { tel, имя: 'Пётр' } },
    ]);
  });

  test.each(['\n', '\r', '\r\n'])('may end in %j', async (end) => {
    const lines = await linesOf(['tel;имя', `${tel};Мария`, `${tel};Анна`].join(end));
    expect(lines.map((it) => it.line)).toEqual([2, 3]);
  });

  test('keeps quotes that do not enclose a cell, and spaces', async () => {
    expect(await linesOf(`tel;имя;x\n${tel};ООО "Ромашка"; y \n`)).toEqual([
      { line: 2, cells: { tel, имя: 'ООО "Ромашка"', x: ' y ' } },
    ]);
  });

  test('that ends early has nothing in the columns that it does not reach', async () => {
    expect(await linesOf(`Id;tel;имя;x\n1;${tel};Мария\n2;${tel}\n3\n`)).toEqual([
      { line: 2, cells: { Id: '1', tel, имя: 'Мария', x: '' } },
      { line: 3, cells: { Id: '2', tel, имя: '', x: '' } },
      { line: 4, cells: { Id: '3', tel: '', имя: '', x: '' } },
    ]);
    expect(await linesOf(`tel;;имя\n${tel}\n`)).toEqual([{ line: 2, cells: { tel, имя: '' } }]);
  });

  test.each([
    ['O\\"Brien', 'O"Brien'],
    ['say \\"hi\\"', 'say "hi"'],
    ['C:\\\\new\\" pipe', 'C:\\new" pipe'],
  ])('has quotation marks that a file escapes by backslashes: %s', async (written, meant) => {
    const lines = await linesOf(`tel,имя,x\n${tel},"${written}","a ""b"""\n`);
    expect(lines).toEqual([{ line: 2, cells: { tel, имя: meant, x: 'a "b"' } }]);
  });

  test('may have a cell that ends with a backslash', async () => {
    expect(await linesOf(`tel,имя,x\n${tel},"C:\\","b"\n`)).toEqual([
      { line: 2, cells: { tel, имя: 'C:\\', x: 'b' } },
    ]);
  });

  test('has nothing where MySQL wrote \\N, in every column', async () => {
    expect(await linesOf(`tel,имя,x\n${tel},\\N,\\Nb\n`)).toEqual([
      { line: 2, cells: { tel, имя: '', x: '\\Nb' } },
    ]);
  });

  test.each([';', ',', '\t'])('has the text that ="…" keeps, between %j', async (mark) => {
    const record = (cells: string[]) => `${cells.join(mark)}\r\n`;
    const content =
      record(['="tel"', '"=""order"""', 'x']) + record([`="${tel}"`, '"=""0""""4"""', '=1+2']);
    expect(await linesOf(content)).toEqual([{ line: 2, cells: { tel, order: '0"4', x: '=1+2' } }]);
  });

  test('with too many values is refused, with surplus delimiters it is not', async () => {
    const lines = await linesOf(`tel;имя\n${tel};Мария;;\n${tel};Мария;Анна\n`);
    expect(lines.map(inWords)).toEqual([
      { line: 2, cells: { tel, имя: 'Мария' } },
      {
        line: 3,
        column: '3',
        value: 'Анна',
        record: [tel, 'Мария', 'Анна'],
        reason:
          'the line has 3 cells where the header names 2 columns: is a cell with a delimiter in it not quoted?',
      },
    ]);
  });

  test('with a value that no column names is refused', async () => {
    expect((await linesOf(`tel;;имя\n${tel};5;Мария\n`)).map(inWords)).toEqual([
      {
        line: 2,
        column: '2',
        value: '5',
        record: [tel, '5', 'Мария'],
        reason: 'the header has no name for this column: name it, or empty the cell',
      },
    ]);
  });

  test.each([
    ['to the end of the file', `tel;имя\n${tel};Мария\n${tel};"Анна\n${tel};Пётр\n`],
    ['for longer than a row can be', `tel;имя\n${tel};Мария\n${tel};"${'х'.repeat(2_000_000)}`],
  ])('that leaves a quote open %s is named', async (_, content) => {
    const reading = tableOf(content).then(({ lines }) => gather(lines));
    await expect(reading).rejects.toThrow('A quotation mark opens in line 3 or soon after');
  });

  test.each([
    ['a cell', `tel;имя\n${tel};${'х'.repeat(2_000_000)}\n`, 2],
    ['many cells', `tel;имя\n${tel};Мария\n${'x;'.repeat(700_000)}\n`, 3],
    ['a header', 'x'.repeat(2_000_000), 1],
  ])('that never ends is named: %s', async (_, content, line) => {
    const reading = tableOf(content).then(({ lines }) => gather(lines));
    await expect(reading).rejects.toThrow(`Line ${line} goes on for more than a million letters`);
  });
});

test('the file is closed when its reader has enough', async () => {
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  async function* endless() {
    try {
      for (;;) yield Buffer.from(`tel\n${`${tel}\n`.repeat(10_000)}`);
    } finally {
      close();
    }
  }
  for await (const _ of (await readTable(endless())).lines) break;
  await closed;
});
