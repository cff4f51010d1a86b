import { z } from 'zod';
import type { AllTables } from '../../lambdas/composition/functions/evidence-ports.ts';
import type { TableAccess } from '../../lambdas/composition/table-ports.ts';
import { UserMistake } from './user-mistake.ts';

/** Where the system is that a command works with, as its options say. */
export interface Whereabouts {
  stack?: string | undefined;
  url?: string | undefined;
  port?: string | undefined;
}

/** The options by which a command is told where the system is. */
export const whereaboutsOptions = {
  stack: { type: 'string' },
  url: { type: 'string' },
  port: { type: 'string' },
} as const;

export const whereaboutsHelp = `  --port N         the system that npm start runs here, on port N (3000)
  --url URL        the same, by its address
  --stack NAME     the system in AWS, by the name of its stack; your usual
                   AWS credentials and region apply`;

export async function findTables(where: Whereabouts): Promise<TableAccess> {
  const place = placeOf(where);
  return 'local' in place ? findLocalTables(place.local) : findStackTables(place.stack);
}

/** All tables, for commands that look everywhere. */
export async function findAllTables(where: Whereabouts): Promise<AllTables> {
  const place = placeOf(where);
  return 'local' in place ? findAllLocalTables(place.local) : findAllStackTables(place.stack);
}

/** A stack in AWS, or what the system on this machine tells about itself. */
export function placeOf({ stack, url, port }: Whereabouts): { stack: string } | { local: URL } {
  if ([stack, url, port].filter((it) => it !== undefined).length > 1) {
    throw new UserMistake('Of --port, --url and --stack only one can be meant.');
  }
  return stack === undefined ? { local: localUrl(url, port) } : { stack };
}

function localUrl(url: string | undefined, port = '3000'): URL {
  if (!/^\d{1,5}$/.test(port)) throw new UserMistake(`--port must be a number, got ${port}.`);
  const text = url ?? `http://127.0.0.1:${port}`;
  if (!URL.canParse(text)) {
    throw new UserMistake(`--url must be an address such as http://127.0.0.1:3000, got ${text}.`);
  }
  return new URL('/local', text);
}

const localSystem = z.object({
  dynamodb: z.object({
    endpoint: z.url(),
    region: z.string(),
    tables: z.object({ subscribers: z.string(), directory: z.string() }),
  }),
});

/** To the local system a key that is no function's is outside software. */
export const outsideKey = { accessKeyId: 'outside', secretAccessKey: 'outside' };

async function findLocalTables(local: URL): Promise<TableAccess> {
  const found = localSystem.safeParse(await askLocalSystem(local));
  if (!found.success) {
    throw new UserMistake(`Something answers at ${local.origin}, but it is not the local system.`);
  }
  const { endpoint, region, tables } = found.data.dynamodb;
  return { client: { endpoint, region, credentials: outsideKey }, tables };
}

const allTables = z.object({
  subscribers: z.string(),
  attempts: z.string(),
  locks: z.string(),
  directory: z.string(),
  forms: z.string(),
  views: z.string(),
});
const wholeSystem = z.object({
  dynamodb: z.object({ endpoint: z.url(), region: z.string(), tables: allTables }),
});

async function findAllLocalTables(local: URL): Promise<AllTables> {
  const found = wholeSystem.safeParse(await askLocalSystem(local));
  if (!found.success) {
    throw new UserMistake(`Something answers at ${local.origin}, but it is not the local system.`);
  }
  const { endpoint, region, tables } = found.data.dynamodb;
  return { client: { endpoint, region, credentials: outsideKey }, tables };
}

const longestWait = 5_000;

export async function askLocalSystem(local: URL): Promise<unknown> {
  try {
    const response = await fetch(local, { signal: AbortSignal.timeout(longestWait) });
    return await response.json().catch(() => undefined);
  } catch (cause) {
    throw new UserMistake(
      `Nothing answers at ${local.origin}. Is npm start running? Another port is named by --port, a system in AWS by --stack.`,
      { cause },
    );
  }
}

async function findStackTables(stack: string): Promise<TableAccess> {
  const outputs = await stackOutputs(stack);
  const [subscribers, directory] = [outputs.get('SubscribersTable'), outputs.get('DirectoryTable')];
  if (subscribers === undefined || directory === undefined) {
    throw new UserMistake(`The stack ${stack} is not a call centre: it names no tables.`);
  }
  return { client: {}, tables: { subscribers, directory } };
}

async function findAllStackTables(stack: string): Promise<AllTables> {
  const outputs = await stackOutputs(stack);
  const tables = allTables.safeParse({
    subscribers: outputs.get('SubscribersTable'),
    attempts: outputs.get('AttemptsTable'),
    locks: outputs.get('LocksTable'),
    directory: outputs.get('DirectoryTable'),
    forms: outputs.get('FormsTable'),
    views: outputs.get('ViewsTable'),
  });
  if (tables.success) return { client: {}, tables: tables.data };
  throw new UserMistake(
    `The stack ${stack} does not name all tables: it is no call centre, or an older one that must be deployed anew.`,
  );
}

/** Loaded only here: most commands never ask AWS. */
export async function stackOutputs(stack: string): Promise<Map<string, string>> {
  const { CloudFormationClient, DescribeStacksCommand } = await import(
    '@aws-sdk/client-cloudformation'
  );
  const describe = new DescribeStacksCommand({ StackName: stack });
  try {
    const { Stacks = [] } = await new CloudFormationClient().send(describe);
    const outputs = Stacks[0]?.Outputs ?? [];
    return new Map(outputs.map((it) => [it.OutputKey ?? '', it.OutputValue ?? '']));
  } catch (cause) {
    const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    throw new UserMistake(`AWS does not tell about the stack ${stack}. ${reason}`, { cause });
  }
}
