/** What software may do that signs in by itself. */
export const scopeMeanings = {
  'rows:read': 'Tasks, rows, promised calls, the do-not-call list',
  'rows:write': 'Order, move and cancel calls; add to the do-not-call list',
  'calls:read': 'Calls, figures, operators, scripts',
  'events:read': 'What happened to rows',
  admin: 'All that supervisors may',
} as const;

export type Scope = keyof typeof scopeMeanings;

export const scopes = Object.keys(scopeMeanings) as [Scope, ...Scope[]];

/** Of the resource server, as it stands before each scope in a token. */
export const resourceServer = 'callback-center';

export function isScope(text: string): text is Scope {
  return Object.hasOwn(scopeMeanings, text);
}
