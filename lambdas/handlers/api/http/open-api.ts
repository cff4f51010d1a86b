import * as z from 'zod';
import { problem } from '../../../contract/instant.ts';
import { operatorId, scriptId, taskId } from '../../../domain/task/task.ts';
import type { Declaration, Refusals } from './route.ts';
import { attemptIdText, rowId } from './schemas.ts';

type Schemas = Record<string, object>;

/** The same name in a path means the same thing everywhere. */
const parameters: Record<string, z.ZodType> = {
  task: taskId,
  Id: rowId,
  attempt: attemptIdText,
  operator: operatorId,
  script: scriptId,
};

/** The console's API, described by the declarations that check it. */
export function openApiOf(declarations: readonly Declaration[]): object {
  const schemas: Schemas = {};
  const paths: Record<string, Record<string, object>> = {};
  for (const declaration of declarations) {
    const path = paths[declaration.path] ?? {};
    path[declaration.method.toLowerCase()] = operationOf(declaration, schemas);
    paths[declaration.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Callback center', version: '1' },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas,
    },
  };
}

function operationOf(declaration: Declaration, schemas: Schemas): object {
  const { summary, who, body, query } = declaration;
  return {
    summary: who === 'supervisors' ? `${summary}; supervisors only` : summary,
    parameters: [...pathParameters(declaration.path), ...queryParameters(query)],
    ...(body && { requestBody: { required: true, ...json(body, schemas) } }),
    responses: {
      ...answerOf(declaration, schemas),
      ...refusalsOf(declaration, schemas),
    },
  };
}

function answerOf({ answer, status }: Declaration, schemas: Schemas): object {
  if (answer === undefined) return { [status ?? 204]: { description: 'Done' } };
  return { [status ?? 200]: { description: 'OK', ...json(answer, schemas) } };
}

function refusalsOf(declaration: Declaration, schemas: Schemas): object {
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
    ...(path.includes('{') && { 404: { why: 'There is none of that name' } }),
  };
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: inlineSchema(parameters[name] ?? z.string()),
  }));
}

function queryParameters(query: z.ZodType | undefined): object[] {
  if (!(query instanceof z.ZodObject)) return [];
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema instanceof z.ZodOptional),
    schema: inlineSchema(schema as z.ZodType),
  }));
}

function inlineSchema(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

/** Schemas with a name stand among the components; everything else where it is used. */
function json(schema: z.ZodType, schemas: Schemas): object {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const text = JSON.stringify(whole).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _, $defs = {}, ...rest } = JSON.parse(text);
  Object.assign(schemas, $defs);
  return { content: { 'application/json': { schema: rest } } };
}
