import writeSheet, { type Row } from 'write-excel-file/universal';

/** A text is a text in a workbook, whatever it begins with: no spreadsheet runs it. */
export type CellContent = string | number | Date | undefined;

const timeFormat = 'yyyy-mm-dd hh:mm:ss';
/** In characters. */
const widths = { least: 8, most: 48 };

/** An Excel workbook of one sheet; the first record is its head. Dates are shown as the reader's clock does. */
export function writeWorkbook(
  records: readonly (readonly CellContent[])[],
  sheet: string,
): Promise<Blob> {
  const [head = [], ...lines] = records;
  const data: Row[] = [
    head.map((it) => ({ value: String(it ?? ''), fontWeight: 'bold' as const })),
    ...lines.map((line) => line.map(cellOf)),
  ];
  const columns = head.map((_, at) => ({ width: widthOf(records.map((line) => line[at])) }));
  return writeSheet(data, { sheet, columns, stickyRowsCount: 1 }).toBlob();
}

function cellOf(value: CellContent): Row[number] {
  if (value === undefined || value === '') return null;
  if (value instanceof Date) return { value: onClock(value), type: Date, format: timeFormat };
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}

/** A workbook knows no zones: what its reader shall see is written as if it were UTC. */
function onClock(at: Date): Date {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
}

function widthOf(values: readonly CellContent[]): number {
  const lengths = values.map((it) => (it instanceof Date ? timeFormat : String(it ?? '')).length);
  const longest = lengths.reduce((most, it) => Math.max(most, it), widths.least);
  return Math.min(longest + 1, widths.most);
}
