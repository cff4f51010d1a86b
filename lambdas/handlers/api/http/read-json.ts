import type { Localized } from '../../../domain/basics/localized.ts';
import { refusalWords } from './refusal-words.ts';
import { badRequest, tooLarge } from './replies.ts';
import type { Refused } from './route.ts';

/** In characters: more than the longest row, form and script take. */
const mostCharacters = 1_000_000;

/** Of keys and values: more than the longest script and a hundred lines of a file have. */
const mostParts = 120_000;

/** Lists and objects within each other; the table takes 32. */
const mostDepth = 30;

type Reading = { value: unknown; refused?: never } | { value?: never; refused: Refused };

/**
 * Reads a body as JSON. How large it is, how deep and of how many parts is asked of the text, before
 * anything is made of it; then that it holds nothing that no table could keep.
 */
export function readJson(text: string, most: number = mostCharacters): Reading {
  if (text.length > most) return { refused: tooLarge(refusalWords.tooLong(String(most))) };
  const shape = shapeOf(text);
  if (shape.parts > mostParts) return { refused: tooLarge(refusalWords.tooManyParts) };
  if (shape.depth > mostDepth) return refuse(refusalWords.tooDeep);
  try {
    const value: unknown = JSON.parse(text);
    return isStorable(value) ? { value } : refuse(refusalWords.notStorable);
  } catch {
    return refuse(refusalWords.notJson);
  }
}

function refuse(why: Localized): Reading {
  return { refused: badRequest(why) };
}

const nestings = { '[': 1, '{': 1, ']': -1, '}': -1 } as Record<string, 1 | -1 | undefined>;

/** One pass over the text. What is not JSON has some shape too, and is found out when it is parsed. */
function shapeOf(text: string): { depth: number; parts: number } {
  const shape = { depth: 0, parts: 1 };
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === '"') at = endOfText(text, at);
    else if (mark === ',' || mark === ':') shape.parts += 1;
    open += nestings[mark] ?? 0;
    shape.depth = Math.max(shape.depth, open);
  }
  return shape;
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
}

/** Of numbers, DynamoDB's: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
const highestNumber = 1e125;
const leastNumber = 1e-130;

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return isStorableNumber(Math.abs(value));
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(
    ([name, it]) => name !== '' && name.isWellFormed() && isStorable(it),
  );
}

function isStorableNumber(size: number): boolean {
  return size === 0 || (size >= leastNumber && size < highestNumber);
}
