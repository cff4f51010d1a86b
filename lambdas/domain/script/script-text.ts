import { type Language, languages } from '../basics/language.ts';
import { type Columns, textOf } from '../row/row.ts';
import type { Text } from './script.ts';

/** The text in a language, else in the first that there is: a script need not know all. */
export function textIn(text: Text, language: Language): string {
  if (typeof text === 'string') return text;
  const known = [language, ...languages].find((it) => text[it] !== undefined);
  return (known && text[known]) ?? '';
}

/**
 * The text with the row's columns in the place of `{column}`; a column that the row does not have
 * leaves nothing. The result is plain text: the surface that shows or speaks it escapes it.
 */
export function fillText(text: Text, columns: Columns, language: Language): string {
  return textIn(text, language).replace(/\{([^{}]+)\}/g, (_, name: string) =>
    // A name such as `constructor` is a column only where the row has one.
    Object.hasOwn(columns, name) ? (textOf(columns[name]) ?? '') : '',
  );
}
