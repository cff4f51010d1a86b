import { type Language, languages } from '../../../../domain/basics/language.ts';
import type { Task } from '../../../../domain/task/task.ts';

/** The texts with which supervisors apologise, by language; empty where there is none. */
export type ApologyDraft = Record<Language, string>;

export function apologyOf({ apologyText = {} }: Pick<Task, 'apologyText'>): ApologyDraft {
  const texts = languages.map((it) => [it, apologyText[it] ?? '']);
  return Object.fromEntries(texts) as ApologyDraft;
}

export function bodyOfApology(texts: ApologyDraft): Pick<Task, 'apologyText'> {
  const given = languages.filter((it) => texts[it].trim() !== '');
  if (given.length === 0) return {};
  return { apologyText: Object.fromEntries(given.map((it) => [it, texts[it].trim()])) };
}
