import type * as z from 'zod';
import type { Language } from '../../../domain/basics/language.ts';
import type { Localized } from '../../../domain/basics/localized.ts';
import type { Caller, Staffed } from './api-user.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * What a route is, said once: requests are checked by it, handlers are typed by it, and
 * `/api/openapi.json` is made of it. JSON Schema as Zod writes it is OpenAPI 3.1's own dialect. Bodies
 * are read as JSON whatever their `Content-Type` says: `curl -d` sends another one.
 */
export interface Declaration<
  Body extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  method: Method;
  /** With its parameters in braces: `/api/tasks/{task}`. */
  path: string;
  summary: string;
  /** From whom on it is open; leads and viewers see what `supervisors` says only as [`mayAsk`] lets them. */
  who: 'operators' | 'leads' | 'supervisors';
  /** Of a request that is no `GET` and changes nothing all the same, as a search: viewers may send it. */
  reads?: true;
  /**
   * Whether the list of changes tells of it; unless said, of all that is no reading. What a call tells of
   * itself, and what somebody says about themselves, is told by their own lists.
   */
  audited?: false | ((body: unknown) => boolean);
  body?: Body;
  /** Of the body, where it may be longer than others. */
  mostCharacters?: number;
  /** How the body is read where the schema alone would say too little. */
  readBody?: (
    given: unknown,
    language: Language,
  ) => { value: z.output<Body> } | { refused: Refused };
  query?: Query;
  answer?: Answer;
  /** Of an answer that is as wished; 200, or 204 without a body, unless it says another. */
  status?: 200 | 201 | 204 | 206;
  /** What else may be answered, and why. */
  refusals?: Refusals;
}

export type Refusals = Partial<Record<RefusalStatus, { why: string; body?: z.ZodType }>>;
export type RefusalStatus = 400 | 403 | 404 | 409 | 413 | 429;

export interface Request<Body = unknown, Query = unknown> {
  caller: Caller;
  /** Whether a task is one of those that the caller may ask this route of. */
  sees(task: Staffed): boolean;
  language: Language;
  /** A parameter of the path, as it was given. */
  param(name: string): string;
  /** Of the request, as it was sent; undefined where it is not. */
  header(name: string): string | undefined;
  body: Body;
  query: Query;
}

/** `error` is answered in the language of the request. */
export interface Refused {
  status: RefusalStatus;
  body: { error: Localized } & Record<string, unknown>;
}

export type Reply<Answer = unknown> =
  | { status: 200 | 201; body: Answer; location?: string }
  | { status: 204 }
  | BytesReply
  | Refused;

/** A part of a file. */
export interface BytesReply {
  status: 206;
  bytes: Uint8Array;
  contentType: string;
  /** `bytes 0-1023/4096` */
  range: string;
}

export interface Route {
  declaration: Declaration;
  /** Whether the caller may come in; asked before the body is read. */
  enter(request: Request): Promise<{ entered: unknown } | { refused: Refused }>;
  handle(request: Request, entered: unknown): Promise<Reply>;
}

export type Entry<Entered> = (
  request: Request,
) => Promise<{ entered: Entered } | { refused: Refused }>;

/** A route for everybody whom the declaration's `who` lets in. */
export function route<Body extends z.ZodType, Query extends z.ZodType, Answer extends z.ZodType>(
  declaration: Declaration<Body, Query, Answer>,
  handle: (request: Request<z.output<Body>, z.output<Query>>) => Promise<Reply<z.input<Answer>>>,
): Route {
  return {
    declaration,
    enter: async () => ({ entered: undefined }),
    handle: (request) => handle(request as Request<z.output<Body>, z.output<Query>>),
  };
}

/** A route within something that the path names, such as a task or an attempt. */
export function routeWithin<
  Entered,
  Body extends z.ZodType,
  Query extends z.ZodType,
  Answer extends z.ZodType,
>(
  enter: Entry<Entered>,
  declaration: Declaration<Body, Query, Answer>,
  handle: (
    request: Request<z.output<Body>, z.output<Query>>,
    entered: Entered,
  ) => Promise<Reply<z.input<Answer>>>,
): Route {
  return {
    declaration,
    enter,
    handle: (request, entered) =>
      handle(request as Request<z.output<Body>, z.output<Query>>, entered as Entered),
  };
}
