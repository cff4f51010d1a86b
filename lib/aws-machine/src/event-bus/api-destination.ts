import { z } from 'zod';
import { parseProperties } from '../template/parse-properties.ts';
import type { Stack } from '../template/stack.ts';

/** An address with what it wants to see before it listens. */
export interface ApiDestination {
  arn: string;
  url: string;
  method: string;
  headers: Record<string, string>;
}

const destinationProperties = z.object({
  ConnectionArn: z.string(),
  InvocationEndpoint: z.string(),
  HttpMethod: z.string(),
});

const connectionProperties = z.object({
  AuthorizationType: z.enum(['API_KEY', 'BASIC'], {
    error: 'AuthorizationType must be API_KEY or BASIC',
  }),
  AuthParameters: z.strictObject({
    ApiKeyAuthParameters: z
      .strictObject({ ApiKeyName: z.string(), ApiKeyValue: z.string() })
      .optional(),
    BasicAuthParameters: z.strictObject({ Username: z.string(), Password: z.string() }).optional(),
  }),
});

/** What the template resolves from Secrets Manager, by the secret's name. */
export type Secrets = Readonly<Record<string, string>>;

export function apiDestinationsOf(stack: Stack, secrets: Secrets): ApiDestination[] {
  const connections = stack.resources('AWS::Events::Connection');
  return stack.resources('AWS::Events::ApiDestination').map((resource) => {
    const properties = parseProperties(destinationProperties, resource);
    const { ConnectionArn, InvocationEndpoint: url, HttpMethod: method } = properties;
    const connection = connections.find(({ arn }) => arn === ConnectionArn);
    if (!connection) throw new Error(`${resource.logicalId}: the stack has no ${ConnectionArn}`);
    const { AuthParameters } = parseProperties(connectionProperties, connection);
    return { arn: resource.arn, url, method, headers: authorization(AuthParameters, secrets) };
  });
}

function authorization(
  { ApiKeyAuthParameters: key, BasicAuthParameters: basic }: AuthParameters,
  secrets: Secrets,
): Record<string, string> {
  if (key) return { [key.ApiKeyName]: resolved(key.ApiKeyValue, secrets) };
  const { Username = '', Password = '' } = basic ?? {};
  const text = `${resolved(Username, secrets)}:${resolved(Password, secrets)}`;
  return { authorization: `Basic ${Buffer.from(text).toString('base64')}` };
}

type AuthParameters = z.infer<typeof connectionProperties>['AuthParameters'];

/** `{{resolve:secretsmanager:name:SecretString:key::}}`; without a key, the secret as a whole. */
const reference = /\{\{resolve:secretsmanager:([^:}]+)(?::SecretString)?(?::([^:}]*))?[^}]*\}\}/g;

function resolved(text: string, secrets: Secrets): string {
  return text.replace(reference, (_, name: string, key: string | undefined) => {
    const secret = secrets[name];
    if (secret === undefined) throw new Error(`No secret ${name} is given`);
    return key ? String(JSON.parse(secret)[key]) : secret;
  });
}

/** EventBridge waits no longer. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html */
const longestAnswerMilliseconds = 5_000;

/** The answer came, and says that no other try will do. */
export class RefusedForGood extends Error {}

/** Statuses after which EventBridge tries again. */
function isForNow(status: number): boolean {
  return status === 409 || status === 429 || status >= 500;
}

/** @throws RefusedForGood where another try makes no sense, anything else where it does */
export async function callDestination(
  { url, method, headers }: ApiDestination,
  body: string,
  stopped: AbortSignal,
): Promise<void> {
  const answer = await fetch(url, {
    method,
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Amazon/EventBridge/ApiDestinations',
      ...headers,
    },
    redirect: 'manual',
    signal: AbortSignal.any([stopped, AbortSignal.timeout(longestAnswerMilliseconds)]),
  });
  await answer.body?.cancel();
  if (answer.ok) return;
  const sentence = `${url} answered ${answer.status}`;
  throw isForNow(answer.status) ? new Error(sentence) : new RefusedForGood(sentence);
}
