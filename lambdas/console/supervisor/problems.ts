import type { Refusal } from '../shell/api/ask.ts';

/** Sentences by the field that they are about, as paths: `retrySeconds.busy`. */
export type Problems = Readonly<Record<string, string>>;

/** What the server says of each field; a refusal that names no field stands under an empty path. */
export function problemsOf({ body, sentence }: Refusal): Problems {
  const { problems } = (body ?? {}) as { problems?: unknown };
  const isByField = typeof problems === 'object' && problems !== null && !Array.isArray(problems);
  return isByField ? (problems as Problems) : { '': sentence };
}

/** The first sentence about the field or a part of it. */
export function problemAt(problems: Problems, field: string): string | undefined {
  const found = Object.keys(problems).find((it) => it === field || it.startsWith(`${field}.`));
  return found === undefined ? undefined : problems[found];
}
