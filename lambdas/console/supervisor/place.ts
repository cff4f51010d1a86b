import { signal } from '@preact/signals';

/**
 * Where on the page somebody is. It stands behind the address's `#`, so that it can be kept and
 * sent to others, works by back and forward, and needs no server that knows it.
 *
 *     #/promises?which=overdue&task=demo     #/rows/demo/17     #/tasks/demo
 */
export interface Place {
  section: Section;
  /** What follows the section: an id, or a task and a row's Id. */
  rest: readonly string[];
  query: Readonly<Record<string, string>>;
}

const sections = [
  'board',
  'promises',
  'customers',
  'calls',
  'rows',
  'reports',
  'tasks',
  'scripts',
  'operators',
  'do-not-call',
  'import',
  'audit',
  'account',
] as const;
export type Section = (typeof sections)[number];

export const place = signal<Place>(readPlace(location.hash));

addEventListener('hashchange', followAddress);

/** Shows what the address says; what a link within the page points at is no place. */
export function followAddress(): void {
  if (location.hash === '' || location.hash.startsWith('#/'))
    place.value = readPlace(location.hash);
}

/** An address within the page, for links. */
export function addressOf(
  section: Section,
  rest: readonly (string | number)[] = [],
  query: Record<string, string | undefined> = {},
): string {
  const path = [section, ...rest.map((it) => encodeURIComponent(it))].join('/');
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given as [string, string][]).toString();
  return search === '' ? `#/${path}` : `#/${path}?${search}`;
}

export function go(...to: Parameters<typeof addressOf>): void {
  location.hash = addressOf(...to);
}

/** Changes the query where one is, without a step for the browser's back. */
export function refine(query: Record<string, string | undefined>): void {
  const { section, rest, query: before } = place.value;
  const address = addressOf(section, rest, { ...before, ...query });
  history.replaceState(history.state, '', address);
  place.value = readPlace(address);
}

function readPlace(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [first, ...rest] = path.split('/').map(decoded);
  const section = sections.find((it) => it === first) ?? 'board';
  return { section, rest, query: Object.fromEntries(new URLSearchParams(search)) };
}

/** An address that somebody mistyped names nothing, and breaks nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
