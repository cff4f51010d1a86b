import type { Language } from '../../domain/basics/language.ts';

/** What a page needs to know about the system that it belongs to: `/console.json`. */
export interface PageSettings {
  signIn: {
    /** As it stands in tokens; an address of this site where it begins with a slash. */
    issuer: string;
    authorize: string;
    token: string;
    logout?: string;
    clientId: string;
    scope: string;
  };
  /** Where the HTTP API is. */
  api: string;
  /** The language for those who have chosen none. */
  language?: Language;
}

let settings: PageSettings | undefined;

export async function loadPageSettings(): Promise<PageSettings> {
  const answer = await fetch('/console.json');
  if (!answer.ok) throw new Error(`/console.json answered ${answer.status}`);
  settings = (await answer.json()) as PageSettings;
  return settings;
}

export function pageSettings(): PageSettings {
  if (settings) return settings;
  throw new Error('The page has not started');
}
