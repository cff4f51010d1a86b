import type { QuestionId } from '../script/run/question.ts';

/**
 * Where a script on the telephone's keys stands. It travels in the address of the next request, so
 * that a request that comes twice, late or out of order is known for what it is.
 */
export interface KeypadPlace {
  question: QuestionId;
  /** The form's revision when the question was asked: what was asked of an older one was answered. */
  revision: number;
  /** How often the same words brought no answer that makes sense. */
  tries: number;
  /** The keys that are read back to be confirmed. */
  keyed?: string;
  /** What the visit promised may not be: its promise is asked for again, and nothing else of it. */
  again?: true;
}

/** As parts of an address, in characters that need no encoding. */
export function placeToState(place: KeypadPlace): Record<string, string | number> {
  const { question, revision, tries, keyed, again } = place;
  return {
    question: `${question.visit}.${question.field}`,
    revision,
    tries,
    ...(keyed !== undefined && { keyed: keyed.replaceAll('*', '.') }),
    ...(again && { again: 1 }),
  };
}

/** Undefined for an address that names no place. */
export function placeFromState(state: URLSearchParams): KeypadPlace | undefined {
  const question = questionFrom(state.get('question') ?? '');
  const revision = countFrom(state.get('revision'));
  const tries = countFrom(state.get('tries'));
  if (question === undefined || revision === undefined || tries === undefined) return undefined;
  const keyed = state.get('keyed');
  return {
    question,
    revision,
    tries,
    ...(keyed !== null && { keyed: keyed.replaceAll('.', '*') }),
    ...(state.get('again') === '1' && { again: true as const }),
  };
}

function questionFrom(text: string): QuestionId | undefined {
  const [, visit, field] = /^(\d{1,3})\.([A-Za-z][A-Za-z0-9_-]{0,31})$/.exec(text) ?? [];
  return visit && field ? { visit: Number(visit), field } : undefined;
}

function countFrom(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
