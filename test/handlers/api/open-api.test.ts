import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { scopes } from '../../../lambdas/contract/scopes.ts';
import { eventTypes } from '../../../lambdas/domain/events/event-types.ts';
import { describeApi } from '../../../lambdas/handlers/open-api/answer.ts';
import { examples } from '../../../lambdas/handlers/open-api/examples/examples.ts';
import { declarations } from '../../../lambdas/handlers/open-api/open-api-document.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document is read as one reads JSON
type Json = any;

const described = describeApi();
const ask = (rawPath: string) => described({ rawPath } as APIGatewayProxyEventV2);

let document: Json;

beforeAll(async () => {
  const { body } = await ask('/api/openapi.json');
  document = JSON.parse(String(body));
});

const methods = ['get', 'post', 'put', 'patch', 'delete'];

function operations(): { name: string; path: string; operation: Json }[] {
  return Object.entries<Json>(document.paths).flatMap(([path, item]) =>
    Object.entries<Json>(item).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      operation,
    })),
  );
}

/** Every object in the document that has the property. */
function withProperty(name: string, value: Json = document): Json[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap((it) => withProperty(name, it));
  return name in value ? [value, ...below] : below;
}

test('it lists every route that is answered, and no other', () => {
  const answered = declarations().map(({ method, path }) => `${method} ${path}`);
  expect(
    operations()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(answered.sort());
  expect(new Set(answered).size).toBe(answered.length);
});

test('it is OpenAPI 3.1', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(document.info).toMatchObject({ title: 'Callback center', version: '1' });
  expect(document.components.securitySchemes.token).toEqual({
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  for (const item of Object.values<Json>(document.paths)) {
    expect(Object.keys(item).filter((it) => !methods.includes(it))).toEqual([]);
  }
});

test('every operation says what it does, and what it answers', () => {
  for (const { name, operation } of operations()) {
    expect([name, operation.summary]).toEqual([name, expect.stringMatching(/^[A-Z].{2,}/)]);
    const statuses = Object.keys(operation.responses);
    expect(statuses.some((it) => it.startsWith('2'))).toBe(true);
    expect(statuses).toContain('403');
    for (const response of Object.values<Json>(operation.responses)) {
      expect(response.description).toMatch(/./);
      const schemas = Object.values<Json>(response.content ?? {}).map(({ schema }) => schema);
      expect(schemas.every((schema) => Object.keys(schema).length > 0)).toBe(true);
    }
  }
});

test('every parameter of a path is described', () => {
  for (const { path, operation } of operations()) {
    const inPath = operation.parameters.filter((it: Json) => it.in === 'path');
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(inPath.map((it: Json) => it.name)).toEqual(named);
    for (const { required, schema } of inPath) {
      expect(required).toBe(true);
      expect(schema.type).toBe('string');
    }
  }
});

test('every reference leads somewhere', () => {
  for (const { $ref } of withProperty('$ref')) {
    const [, name] = /^#\/components\/schemas\/([\w.-]+)$/.exec($ref) ?? [];
    expect([$ref, name && document.components.schemas[name]]).toEqual([$ref, expect.any(Object)]);
  }
});

test('schemas are JSON Schemas of the dialect of OpenAPI 3.1', () => {
  const known = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
  for (const { type } of withProperty('type', document.components.schemas)) {
    if (typeof type === 'object' && !Array.isArray(type)) continue; // a property of that name
    expect([type].flat().filter((it) => !known.includes(it))).toEqual([]);
  }
  expect(withProperty('nullable')).toEqual([]);
  expect(withProperty('$defs')).toEqual([]);
  expect(withProperty('$schema')).toEqual([]);
});

test('what has a default may be left out', () => {
  const { TaskBody, Task, Row } = document.components.schemas;
  for (const { required } of [TaskBody, Task]) {
    expect(required).toContain('timeZone');
    expect(required).not.toContain('ringAheadSeconds');
  }
  expect(TaskBody.additionalProperties).toBe(false);
  expect(Row.properties.tel.description).toBe('Phone number, stored as given');
});

test('no schema has a name that nobody gave it', () => {
  const names = Object.keys(document.components.schemas);
  expect(names.filter((it) => it.startsWith('__'))).toEqual([]);
});

test('every operation has a name of its own, and stands under what it is about', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('getTasksByTaskSubscribersById');
  const tags = new Set(operations().flatMap(({ operation }) => operation.tags));
  expect([...tags].filter((tag) => !/^[a-z-]+$/.test(tag))).toEqual([]);
});

test('every operation says which scope software needs for it', () => {
  for (const { name, operation } of operations()) {
    const [, { client }] = operation.security;
    expect([name, scopes.includes(client[0])]).toEqual([name, true]);
  }
  const { flows } = document.components.securitySchemes.client;
  expect(Object.keys(flows.clientCredentials.scopes)).toEqual(scopes);
});

describe('examples', () => {
  const schemas = declarations().flatMap(({ method, path, body, answer }) =>
    Object.entries({ body, answer }).flatMap(([what, schema]) =>
      schema === undefined ? [] : [{ name: `${what} of ${method} ${path}`, schema }],
    ),
  );
  const contents = () =>
    operations().flatMap(({ name, operation }): [string, Json][] => {
      const answers = Object.values<Json>(operation.responses).filter((it) => it.content);
      const all = [operation.requestBody, ...answers].filter(Boolean);
      return all.map((it) => [name, it.content['application/json']]);
    });

  test('stand with every body and every answer that is as wished', () => {
    const bare = operations().flatMap(({ name, operation }) => {
      const wished = Object.entries<Json>(operation.responses).filter(([it]) => it < '300');
      const all = [operation.requestBody, ...wished.map(([, it]) => it)];
      const told = all.flatMap((it) => it?.content?.['application/json'] ?? []);
      return told.some(({ example }) => example === undefined) ? [name] : [];
    });
    expect(bare).toEqual([]);
  });

  test.each(schemas)('are what the API takes and answers: $name', ({ schema }) => {
    const one = (it: z.ZodType): unknown => examples[z.globalRegistry.get(it)?.id ?? ''];
    const isList = schema instanceof z.ZodArray;
    const given = isList ? [one(schema.element as z.ZodType)] : one(schema);
    const { error } = schema.safeParse(given);
    expect(error?.issues ?? []).toEqual([]);
  });

  test('are of nothing that is not described, and of nobody’s number', () => {
    const used = new Set(contents().flatMap(([, { example }]) => JSON.stringify(example) ?? []));
    const unused = Object.entries(examples).filter(
      ([, it]) => !used.has(JSON.stringify(it)) && !used.has(JSON.stringify([it])),
    );
    expect(unused.map(([name]) => name)).toEqual([]);
    const numbers = [...JSON.stringify(examples).matchAll(/\+44[\d ]{10,}/g)].map(([it]) =>
      it.replaceAll(' ', ''),
    );
    expect(numbers.filter((it) => !/^\+44(7700900|2079460)\d{3}$/.test(it))).toEqual([]);
  });
});

test('every event is described as it is sent', () => {
  expect(Object.keys(document.webhooks)).toEqual(eventTypes);
  for (const [type, { post }] of Object.entries<Json>(document.webhooks)) {
    const { properties } = post.requestBody.content['application/json'].schema;
    expect(properties['detail-type']).toMatchObject({ const: type });
    expect(properties.detail).toEqual({ $ref: `#/components/schemas/Event.${type}` });
    const { required } = document.components.schemas[`Event.${type}`];
    expect(required).toEqual(expect.arrayContaining(['version', 'id', 'sequence', 'at']));
  }
});

describe('its page', () => {
  test('shows every operation and every schema, and its links lead somewhere', async () => {
    const page = String((await ask('/api/docs')).body);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        ...operations().map(({ operation }) => operation.operationId),
        ...Object.values<Json>(document.webhooks).map(({ post }) => post.operationId),
        ...Object.keys(document.components.schemas).map((name) => `schema-${name}`),
      ]),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('runs no script, and lets in its own styles alone', async () => {
    const { headers, body } = await ask('/api/docs');
    expect(body).not.toMatch(/<script|javascript:| on\w+=/);
    expect(headers?.['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; frame-ancestors 'none'$/,
    );
  });
});
