import type { Scope } from '../../../contract/scopes.ts';
import type { Declaration } from './route.ts';

const row = '/api/tasks/{task}/subscribers/{Id}';

/** The routes that take less than `admin` of software that signs in by itself. */
const scopeByRoute: Readonly<Record<string, Scope>> = {
  'GET /api/tasks': 'rows:read',
  'GET /api/tasks/{task}': 'rows:read',
  'POST /api/search': 'rows:read',
  'POST /api/customers': 'rows:read',
  'POST /api/promises': 'rows:read',
  'POST /api/do-not-call/search': 'rows:read',
  [`GET ${row}`]: 'rows:read',
  'POST /api/tasks/{task}/subscribers': 'rows:write',
  [`PUT ${row}`]: 'rows:write',
  [`PATCH ${row}`]: 'rows:write',
  [`DELETE ${row}`]: 'rows:write',
  [`POST ${row}/promise`]: 'rows:write',
  [`POST ${row}/do-not-call`]: 'rows:write',
  'POST /api/do-not-call': 'rows:write',
  'POST /api/do-not-call/import': 'rows:write',
  'GET /api/attempts/{attempt}': 'calls:read',
  'GET /api/attempts/{attempt}/card': 'calls:read',
  'POST /api/calls/search': 'calls:read',
  'POST /api/forms/search': 'calls:read',
  'GET /api/scripts': 'calls:read',
  'GET /api/scripts/{script}': 'calls:read',
  'GET /api/operators': 'calls:read',
  'GET /api/operators/{operator}/states': 'calls:read',
  'GET /api/board': 'calls:read',
  'POST /api/figures': 'calls:read',
  'POST /api/audit': 'events:read',
  [`GET ${row}/story`]: 'events:read',
};

export function scopeOfRoute({ method, path }: Pick<Declaration, 'method' | 'path'>): Scope {
  return scopeByRoute[`${method} ${path}`] ?? 'admin';
}

/** For a test: what is listed is there. */
export const routesWithScope = Object.keys(scopeByRoute);
