import { z } from 'zod';
import { operatorBody, rowBody, taskBody } from './schemas.ts';

type SchemaName = 'Task' | 'Operator' | 'Row' | 'Problem';

const reference = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const one = (name: SchemaName) => ({ description: 'OK', ...json(reference(name)) });
const many = (name: SchemaName) => ({
  description: 'OK',
  ...json({ type: 'array', items: reference(name) }),
});
const body = (name: SchemaName) => ({ required: true, ...json(reference(name)) });

const problem = (description: string) => ({ ...one('Problem'), description });
const badRequest = problem('What was expected, and what came');
const forbidden = problem('The token is of somebody who may not');
const notFound = problem('There is no such task or row');
const busy = problem('Others are writing the row');

const inPath = (name: string, type: 'string' | 'integer') => [
  { name, in: 'path', required: true, schema: { type } },
];

/** Defaults may be left out of what is given. */
const schemaOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

const taskPaths = {
  '/api/tasks': {
    get: { summary: 'The tasks that you may see', responses: { 200: many('Task') } },
  },
  '/api/tasks/{task}': {
    parameters: inPath('task', 'string'),
    get: { summary: 'One task', responses: { 200: one('Task'), 403: forbidden, 404: notFound } },
    put: {
      summary: 'Creates or replaces a task; supervisors only',
      requestBody: body('Task'),
      responses: { 200: one('Task'), 400: badRequest, 403: forbidden },
    },
  },
};

const operatorPaths = {
  '/api/operators': {
    get: {
      summary: 'All operators; supervisors only',
      responses: { 200: many('Operator'), 403: forbidden },
    },
  },
  '/api/operators/{operator}': {
    parameters: inPath('operator', 'string'),
    put: {
      summary: 'Registers or replaces an operator; supervisors only',
      requestBody: body('Operator'),
      responses: { 200: one('Operator'), 400: badRequest, 403: forbidden },
    },
  },
};

const rowReplies = { 200: one('Row'), 403: forbidden, 404: notFound };

const rowPaths = {
  '/api/tasks/{task}/subscribers': {
    parameters: inPath('task', 'string'),
    post: {
      summary: 'Creates a row under the next free Id',
      requestBody: body('Row'),
      responses: { 201: one('Row'), 400: badRequest, 403: forbidden, 404: notFound },
    },
  },
  '/api/tasks/{task}/subscribers/{Id}': {
    parameters: [...inPath('task', 'string'), ...inPath('Id', 'integer')],
    get: { summary: 'One row, with the system’s own columns', responses: rowReplies },
    put: {
      summary: 'Makes the row hold these public columns and no others; creates it if need be',
      requestBody: body('Row'),
      responses: { ...rowReplies, 201: one('Row'), 400: badRequest, 409: busy },
    },
    patch: {
      summary: 'Sets these columns; null removes one',
      requestBody: body('Row'),
      responses: { ...rowReplies, 400: badRequest, 409: busy },
    },
    delete: {
      summary: 'Deletes the row, and with it what it orders',
      responses: { 204: { description: 'Deleted' }, 403: forbidden, 404: notFound },
    },
  },
};

/** The console's API, described by the schemas that check it. */
export const openApi = {
  openapi: '3.1.0',
  info: { title: 'Callback center', version: '1' },
  security: [{ token: [] }],
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    schemas: {
      Task: schemaOf(taskBody),
      Operator: schemaOf(operatorBody),
      Row: schemaOf(rowBody),
      Problem: {
        type: 'object',
        properties: { error: { type: 'string' } },
        required: ['error'],
      },
    },
  },
  paths: { ...taskPaths, ...rowPaths, ...operatorPaths },
};
