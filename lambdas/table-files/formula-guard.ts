/**
 * A spreadsheet runs a cell that begins like a formula. Such a cell is written with an apostrophe
 * before it, and read without; one that has apostrophes there already gets one more, so that every
 * text comes back as it was. Which beginnings are dangerous: OWASP, "CSV Injection".
 */
const formulaStart = '[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20]';
const dangerous = new RegExp(`^'*${formulaStart}`);
const guarded = new RegExp(`^'+${formulaStart}`);

export function guardCell(value: string): string {
  return dangerous.test(value) ? `'${value}` : value;
}

/** The cell's text; `="00042"` is how a spreadsheet is made to leave 00042 as it is. */
export function unguardCell(cell: string): string {
  const [, literal] = /^="((?:[^"]|"")*)"$/.exec(cell.trim()) ?? [];
  if (literal !== undefined) return literal.replaceAll('""', '"');
  return guarded.test(cell) ? cell.slice(1) : cell;
}
