import { toE164 } from '../../domain/basics/phone-number.ts';
import { type RowKey, rowId, textOf } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import { searchTermsOf, wordsOf } from '../../domain/views/search-terms.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';

export type SearchPorts = Pick<Ports, 'views' | 'rows'>;

export interface Search {
  task: Pick<Task, 'id' | 'country'>;
  /** Beginnings of words, or digits of a number. */
  text: string;
  limit: number;
}

/** So many rows are looked at; who finds more than that by one word has to type another. */
const mostRead = 200;

/** Rows of the task that fit what was typed: those with the number first, then by their words. */
export async function searchRows(ports: SearchPorts, search: Search): Promise<StoredRow[]> {
  const found = await Promise.all([byNumber(ports, search), byWords(ports, search)]);
  const rows = new Map(found.flat().map((row) => [rowId(row.key), row]));
  return [...rows.values()].slice(0, search.limit);
}

const numberText = /^[\d\s()+./-]+$/;
const fewestDigits = 3;

/** The whole number, as dialled in the task's country; else what it ends with. */
async function byNumber(
  { views, rows }: SearchPorts,
  { task, text }: Search,
): Promise<StoredRow[]> {
  const digits = text.replace(/\D/g, '');
  if (!numberText.test(text) || digits.length < fewestDigits) return [];
  const e164 = toE164(text, task.country);
  const ends = endingsOf(digits);
  const whole = e164 === undefined ? [] : await views.byNumber(task.id, e164);
  const keys = whole.length > 0 ? whole : await byEnd(views, task.id, ends);
  const found = await rows.getMany(keys);
  return found.filter(({ columns }) => {
    const number = toE164(textOf(columns.tel) ?? '', task.country);
    return number !== undefined && (number === e164 || ends.some((it) => number.endsWith(it)));
  });
}

/** A 0 at the beginning may be a digit, or what is dialled within a country instead of its code. */
function endingsOf(digits: string): string[] {
  const both = new Set([digits, digits.replace(/^0+/, '')]);
  return [...both].filter((it) => it.length >= fewestDigits);
}

async function byEnd(
  views: Ports['views'],
  task: string,
  ends: readonly string[],
): Promise<RowKey[]> {
  const found = ends.map((end) => views.byLastDigits(task, end, mostRead));
  return (await Promise.all(found)).flat();
}

/** The longest word is looked up, being the rarest most likely; the rows tell about the others. */
async function byWords({ views, rows }: SearchPorts, { task, text }: Search): Promise<StoredRow[]> {
  const words = wordsOf(text);
  const [longest] = words.toSorted((a, b) => b.length - a.length);
  if (longest === undefined) return [];
  const found = await rows.getMany(await views.byWord(task.id, longest, mostRead));
  return found.filter(({ columns }) => {
    const own = searchTermsOf(columns);
    return words.every((word) => own.some((it) => it.startsWith(word)));
  });
}
