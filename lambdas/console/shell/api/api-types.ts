import type { paths } from '../../../contract/generated/api.ts';

/**
 * What may be asked of the API and what it answers, by method and path. A path is written as it is sent,
 * such as `/tasks/${task}/pause`: its pieces are compared with those of each declared path.
 */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type Pieces<Path extends string> = Path extends `${infer First}/${infer Rest}`
  ? [First, ...Pieces<Rest>]
  : [Path];

type WithoutQuery<Path extends string> = Path extends `${infer Before}?${string}` ? Before : Path;

/** A parameter, such as `{task}`, stands for any one piece. */
type Fits<Given, Declared> = [Given, Declared] extends [
  [infer GivenFirst, ...infer GivenRest],
  [infer First, ...infer Rest],
]
  ? First extends `{${string}}`
    ? Fits<GivenRest, Rest>
    : GivenFirst extends First
      ? Fits<GivenRest, Rest>
      : false
  : [Given, Declared] extends [[], []]
    ? true
    : false;

type DeclaredPath<Path extends string> = {
  [Declared in keyof paths]: Fits<
    Pieces<`/api${WithoutQuery<Path>}`>,
    Pieces<Declared>
  > extends true
    ? Declared
    : never;
}[keyof paths];

/** Never where nothing like it is declared. */
type Operation<M extends Method, Path extends string> = Path extends unknown
  ? NonNullable<paths[DeclaredPath<Path>][Lowercase<M>]>
  : never;

/** The path, if it is one of the API's with that method. */
export type Known<M extends Method, Path extends string> = Path extends unknown
  ? [Operation<M, Path>] extends [never]
    ? never
    : Path
  : never;

interface Json<Value> {
  content: { 'application/json': Value };
}

/** Of what was done. */
export type ValueOf<M extends Method, Path extends string> =
  Operation<M, Path> extends { responses: infer Responses }
    ? Content<Responses[keyof Responses & (200 | 201)]>
    : never;

type Content<Response> = [Response] extends [never]
  ? undefined
  : Response extends Json<infer Value>
    ? Value
    : undefined;
