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

export function unguardCell(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
