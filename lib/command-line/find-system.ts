import { z } from 'zod';
import {
  askLocalSystem,
  outsideKey,
  placeOf,
  stackOutputs,
  type Whereabouts,
} from './find-tables.ts';
import { UserMistake } from './user-mistake.ts';

/** How AWS, or what plays it, is reached. Empty for AWS: the usual credentials and region apply. */
export interface AwsAccess {
  endpoint?: string;
  region?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/** A system as commands see it, here or in AWS. */
export interface FoundSystem {
  /** As a sentence names it. */
  name: string;
  aws: AwsAccess;
  outputs: ReadonlyMap<string, string>;
  /** URLs by logical id. */
  queues(): Promise<ReadonlyMap<string, string>>;
  /** Names by logical id; empty here, where nobody can invoke one. */
  functions(): Promise<ReadonlyMap<string, string>>;
  /** What plays Twilio; undefined where it is Twilio. */
  twilioUrl?: string;
}

export async function findSystem(where: Whereabouts): Promise<FoundSystem> {
  const place = placeOf(where);
  return 'local' in place ? findLocalSystem(place.local) : findStack(place.stack);
}

/** @throws UserMistake where the stack does not tell it */
export function outputOf({ name, outputs }: FoundSystem, output: string): string {
  const value = outputs.get(output);
  if (value !== undefined) return value;
  throw new UserMistake(
    `${capitalized(name)} has no output ${output}: it is no call centre, or an older one that must be deployed anew.`,
  );
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const texts = z.record(z.string(), z.string());
const localSystem = z.object({
  aws: z.object({ endpoint: z.url(), region: z.string(), outputs: texts, queues: texts }),
  twilio: z.object({ baseUrl: z.url() }),
});

async function findLocalSystem(local: URL): Promise<FoundSystem> {
  const found = localSystem.safeParse(await askLocalSystem(local));
  if (!found.success) {
    throw new UserMistake(`Something answers at ${local.origin}, but it is not the local system.`);
  }
  const { aws, twilio } = found.data;
  const { endpoint, region, outputs, queues } = aws;
  return {
    name: `the system at ${local.origin}`,
    aws: { endpoint, region, credentials: outsideKey },
    outputs: new Map(Object.entries(outputs)),
    queues: async () => new Map(Object.entries(queues)),
    functions: async () => new Map(),
    twilioUrl: twilio.baseUrl,
  };
}

async function findStack(stack: string): Promise<FoundSystem> {
  return {
    name: `the stack ${stack}`,
    aws: {},
    outputs: await stackOutputs(stack),
    queues: () => resourcesOf(stack, 'AWS::SQS::Queue'),
    functions: () => resourcesOf(stack, 'AWS::Lambda::Function'),
  };
}

/** Physical ids by logical ids. */
async function resourcesOf(stack: string, type: string): Promise<Map<string, string>> {
  const { CloudFormationClient, paginateListStackResources } = await import(
    '@aws-sdk/client-cloudformation'
  );
  const client = new CloudFormationClient();
  const found = new Map<string, string>();
  for await (const page of paginateListStackResources({ client }, { StackName: stack })) {
    for (const resource of page.StackResourceSummaries ?? []) {
      const { ResourceType, LogicalResourceId, PhysicalResourceId } = resource;
      if (ResourceType === type && LogicalResourceId && PhysicalResourceId)
        found.set(withoutHash(LogicalResourceId), PhysicalResourceId);
    }
  }
  return found;
}

/** CDK adds eight hexadecimal digits to the path of a construct. */
function withoutHash(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}
