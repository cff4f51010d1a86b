import * as z from 'zod';
import { problem } from '../../contract/instant.ts';
import { scopeMeanings, scopes } from '../../contract/scopes.ts';
import { operatorId, scriptId, taskId } from '../../domain/task/task.ts';
import type { Declaration, Refusals } from '../api/http/route.ts';
import { attemptIdText, rowId } from '../api/http/schemas.ts';
import { scopeOfRoute } from '../api/http/scope-of-route.ts';
import { type Content, describeEvents, type Webhook } from './describe-events.ts';
import { examples } from './examples/examples.ts';

type Schemas = Record<string, object>;

/** What of an operation its page needs to know. */
export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  security: object[];
  parameters: Parameter[];
  requestBody?: { required: true } & Content;
  responses: Record<string, { description: string } & Partial<Content>>;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: object;
}

/** An OpenAPI 3.1 document, as far as its page reads it. */
export interface OpenApi {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  security: object[];
  paths: Record<string, Record<string, Operation>>;
  /** What is sent to others, by the type of event. */
  webhooks: Record<string, Webhook>;
  components: { schemas: Schemas; securitySchemes: Record<string, object> };
}

const introduction =
  'All that the pages do. Send the token of a person who signed in, or of software that signed in by ' +
  'itself, as `Authorization: Bearer …`; on the local system, `POST /local/token` gives one. A write that ' +
  'brings an `Idempotency-Key` is done once, however often it is sent within a day. What is refused is answered with a sentence in ' +
  '`error`, in the language of `Accept-Language`.';

/** The same name in a path means the same thing everywhere. */
const parameters: Record<string, z.ZodType> = {
  task: taskId,
  Id: rowId,
  attempt: attemptIdText,
  operator: operatorId,
  script: scriptId,
  recording: z
    .string()
    .regex(/^RE[0-9a-f]{32}$/)
    .describe('recording SID'),
};

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

/** The console's API, described by the declarations that check it. */
export function openApiOf(declarations: readonly Declaration[]): OpenApi {
  const schemas: Schemas = {};
  const paths: OpenApi['paths'] = {};
  for (const declaration of declarations) {
    const path = paths[declaration.path] ?? {};
    path[declaration.method.toLowerCase()] = operationOf(declaration, schemas);
    paths[declaration.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Callback center', version: '1', description: introduction },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths,
    webhooks: describeEvents((schema) => json(schema, schemas)),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, client },
      schemas,
    },
  };
}

/** Software that signs in by itself. Where it gets tokens is an output of the stack, `TokenUrl`. */
const client = {
  type: 'oauth2',
  description:
    '`npm run client -- add` makes credentials; scopes stand in tokens behind `callback-center/`',
  flows: {
    clientCredentials: {
      tokenUrl: '/sign-in/token',
      scopes: Object.fromEntries(scopes.map((it) => [it, scopeMeanings[it]])),
    },
  },
};

/** After the sentence that says what it does. */
const openTo: Record<Declaration['who'], string> = {
  operators: '',
  leads: '; supervisors, and leads within their tasks',
  supervisors: '; supervisors only',
};

function operationOf(declaration: Declaration, schemas: Schemas): Operation {
  const { summary, who, body, query } = declaration;
  return {
    operationId: operationIdOf(declaration),
    tags: [tagOf(declaration.path)],
    summary: `${summary}${openTo[who]}`,
    security: [{ token: [] }, { client: [scopeOfRoute(declaration)] }],
    parameters: [
      ...pathParameters(declaration.path),
      ...queryParameters(query),
      ...(declaration.method === 'GET' ? [] : [idempotencyKey]),
    ],
    ...(body && { requestBody: { required: true, ...json(body, schemas) } }),
    responses: {
      ...answerOf(declaration, schemas),
      ...refusalsOf(declaration, schemas),
    },
  };
}

/** What of a task is a subject of its own. */
const withinTasks = ['subscribers', 'import'];

/** The first thing that a path names. */
function tagOf(path: string): string {
  const [first = '', , within = ''] = path.split('/').slice(2);
  return withinTasks.includes(within) ? within : first;
}

/** `GET /api/tasks/{task}/subscribers` is `getTasksByTaskSubscribers`. */
function operationIdOf({ method, path }: Declaration): string {
  const parts = path.slice('/api/'.length).split(/[/-]/);
  const words = parts.map((part) => part.replace(/^\{(\w)/, (_, it) => `By${it.toUpperCase()}`));
  return method.toLowerCase() + words.map((it) => upperFirst(it.replace('}', ''))).join('');
}

const upperFirst = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

function answerOf({ answer, status }: Declaration, schemas: Schemas): Operation['responses'] {
  if (answer === undefined) return { [status ?? 204]: { description: 'Done' } };
  return { [status ?? 200]: { description: 'OK', ...json(answer, schemas) } };
}

function refusalsOf(declaration: Declaration, schemas: Schemas): Operation['responses'] {
  const refusals = Object.entries({ ...usualRefusals(declaration), ...declaration.refusals });
  return Object.fromEntries(
    refusals.map(([status, { why, body = problem }]) => [
      status,
      { description: why, ...json(body, schemas) },
    ]),
  );
}

function usualRefusals({ body, query, path }: Declaration): Refusals {
  return {
    ...((body ?? query) && { 400: { why: 'What was expected, and what came' } }),
    ...(body && { 413: { why: 'The body is too long, or holds too much' } }),
    403: { why: 'The token is of somebody who may not' },
    429: { why: 'Software that signs in by itself asked more than 500 times in ten seconds' },
    ...(path.includes('{') && { 404: { why: 'There is none of that name' } }),
  };
}

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: inlineSchema(parameters[name] ?? z.string()),
  }));
}

function queryParameters(query: z.ZodType | undefined): Parameter[] {
  if (!(query instanceof z.ZodObject)) return [];
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query' as const,
    required: !(schema instanceof z.ZodOptional),
    schema: inlineSchema(schema as z.ZodType),
  }));
}

function inlineSchema(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

/** Schemas with a name stand among the components; everything else where it is used. */
function json(schema: z.ZodType, schemas: Schemas): Content {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const text = JSON.stringify(whole).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _, $defs = {}, ...rest } = JSON.parse(text);
  Object.assign(schemas, $defs);
  const example = exampleOf(schema);
  return { content: { 'application/json': { schema: rest, ...(example && { example }) } } };
}

/** By the name of the schema, or of what a list is of. */
function exampleOf(schema: z.ZodType): object | undefined {
  if (schema instanceof z.ZodArray) {
    const one = exampleOf(schema.element as z.ZodType);
    return one && [one];
  }
  return examples[z.globalRegistry.get(schema)?.id ?? ''] as object | undefined;
}
