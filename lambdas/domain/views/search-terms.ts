import { type Columns, isPublic, orderColumns, textOf } from '../row/row.ts';

/** What nobody searches by: orders, times, and numbers of phones, which are looked up by digits. */
const unsearched = new Set<string>([...orderColumns, 'date_call', 'operator_number', 'tel']);

const mostWords = 24;
const longestWord = 40;

/**
 * The words by which a row is found: of its Id and of all its own columns, each once. What a long
 * text holds beyond the first 24 is not found.
 */
export function searchTermsOf(columns: Columns): string[] {
  const words = new Set([String(columns.Id)]);
  for (const [name, value] of Object.entries(columns)) {
    if (unsearched.has(name) || !isPublic(name)) continue;
    for (const word of wordsOf(textOf(value) ?? '')) {
      if (words.size === mostWords) return [...words];
      words.add(word);
    }
  }
  return [...words];
}

/** Letters and digits that stand together, in small letters without marks: “Ёлкин” is found by “елк”. */
export function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, longestWord));
}
