import { parseArgs } from 'node:util';

export interface StartOptions {
  /** 0 picks a free one. */
  port: number;
  /** The folder that keeps everything. */
  dataFolder: string;
  sample: 'seeded' | 'none';
  /** Where outside software finds DynamoDB; the usual port when it is free, unless one was named. */
  dynamodbPort?: number | { whenFree: number };
  /** How many functions the account may run at once; no limit unless given. */
  concurrency?: number;
  /** Addresses that are called with every event. */
  webhooks?: string[];
}

/** As DynamoDB Local's. */
const usualDynamodbPort = 8000;

/** How it was started, and what that adds. */
export type LocalCommand = 'npm start' | 'npm run dev';

const purposes: Record<LocalCommand, string> = {
  'npm start': 'Starts the call centre, whole, on this machine.',
  'npm run dev':
    'Starts the call centre as npm start does, and swaps in what changes in the sources.',
};

export const usageOf = (command: LocalCommand) => `Usage: ${command} -- [options]

${purposes[command]}

  --port N      the one port for everything; 0 picks a free one (3000)
  --data DIR    the folder that keeps everything (.local)
  --no-sample   without the sample task, its subscribers and operators
  --dynamodb-port N
                where other software finds DynamoDB (8000, or any port when that is taken)
  --concurrency N
                how many functions run at once, as in a new AWS account: 10 (no limit)
  --webhook URL an address that gets every event; may be given several times
  --help        this text`;

/**
 * Reads the command line; `help` asks for the usage.
 *
 * @throws an Error with a sentence for what makes no sense
 */
export function readStartOptions(args: string[]): StartOptions | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '3000' },
      data: { type: 'string', default: '.local' },
      'no-sample': { type: 'boolean', default: false },
      'dynamodb-port': { type: 'string' },
      concurrency: { type: 'string' },
      webhook: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const { 'dynamodb-port': dynamodbPort, concurrency, webhook } = values;
  return {
    port: readWhole('--port', values.port, ports),
    dataFolder: readFolder(values.data),
    sample: values['no-sample'] ? 'none' : 'seeded',
    dynamodbPort:
      dynamodbPort === undefined
        ? { whenFree: usualDynamodbPort }
        : readWhole('--dynamodb-port', dynamodbPort, ports),
    ...(concurrency !== undefined && {
      concurrency: readWhole('--concurrency', concurrency, [1, 1000]),
    }),
    ...(webhook.length > 0 && { webhooks: webhook.map(readAddress) }),
  };
}

type Span = readonly [least: number, most: number];

const ports: Span = [0, 65_535];

function readWhole(option: string, given: string, [least, most]: Span): number {
  const number = Number(given);
  if (/^\d+$/.test(given) && number >= least && number <= most) return number;
  throw new Error(`${option} must be a whole number, ${least}–${most}, got “${given}”`);
}

function readAddress(given: string): string {
  if (/^https?:\/\//.test(given) && URL.canParse(given)) return given;
  throw new Error(`--webhook must be an address such as http://127.0.0.1:4000, got “${given}”`);
}

function readFolder(given: string): string {
  if (given.trim() !== '') return given;
  throw new Error('--data must be a folder, got nothing');
}
