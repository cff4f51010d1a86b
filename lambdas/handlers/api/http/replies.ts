import type { Localized } from '../../../domain/basics/localized.ts';
import type { Refused } from './route.ts';

export const ok = <Body>(body: Body) => ({ status: 200, body }) as const;

export const nothing = { status: 204 } as const;

export function badRequest(error: Localized): Refused {
  return { status: 400, body: { error } };
}

export function forbidden(error: Localized): Refused {
  return { status: 403, body: { error } };
}

export function notFound(error: Localized): Refused {
  return { status: 404, body: { error } };
}

export function tooLarge(error: Localized): Refused {
  return { status: 413, body: { error } };
}

/** What was asked for cannot be, as things stand. */
export function conflict(error: Localized, more: Record<string, unknown> = {}): Refused {
  return { status: 409, body: { error, ...more } };
}
