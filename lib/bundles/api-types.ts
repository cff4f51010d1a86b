import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from '../../lambdas/handlers/open-api/open-api-document.ts';

/** Where the types of the API stand, from the root. */
export const apiTypesFile = 'lambdas/contract/generated/api.ts';

const head =
  '/** The API as types, made of `/api/openapi.json` by `npm run api-types`: not to be edited. */\n';

/** The types of what the API takes and answers, as TypeScript. */
export async function apiTypes(): Promise<string> {
  const { paths, components } = openApiDocument();
  const document = { openapi: '3.1.0', info: { title: '', version: '1' }, paths, components };
  return head + astToString(await openapiTS(JSON.stringify(document, withoutExamples)));
}

/** They are many, and types do not need them. */
function withoutExamples(name: string, value: unknown): unknown {
  return name === 'example' || name === 'examples' ? undefined : value;
}
