import { parseArgs } from 'node:util';

export interface StartOptions {
  /** 0 picks a free one. */
  port: number;
  /** The folder that keeps everything. */
  dataFolder: string;
  sample: 'seeded' | 'none';
}

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
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    port: readPort(values.port),
    dataFolder: readFolder(values.data),
    sample: values['no-sample'] ? 'none' : 'seeded',
  };
}

function readPort(given: string): number {
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65_535) return port;
  throw new Error(`--port must be a whole number, 0–65535, got “${given}”`);
}

function readFolder(given: string): string {
  if (given.trim() !== '') return given;
  throw new Error('--data must be a folder, got nothing');
}
