import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { LogWatch } from './log-watch.ts';

export interface CloudProcess {
  endpoint: string;
  queues: Record<string, string>;
  outputs: Record<string, string>;
  logs: LogWatch;
  /** As the operating system kills: without a chance to clean up. */
  kill(): Promise<void>;
  /** As a person stops it. Answers the exit code. */
  end(): Promise<number | null>;
}

interface News {
  log?: string;
  refused?: string;
  endpoint?: string;
  queues?: Record<string, string>;
  outputs?: Record<string, string>;
}

const program = fileURLToPath(new URL('./run-cloud.ts', import.meta.url));

/** Starts a local cloud in a child process. Throws what the cloud throws at its start. */
export async function startCloudProcess(options: object): Promise<CloudProcess> {
  const child = spawn(process.execPath, [program, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const logs = new LogWatch();
  const started = new Promise<News>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const news = JSON.parse(line) as News;
      if (news.log) logs.hear(news.log);
      else if (news.refused) reject(new Error(news.refused));
      else resolve(news);
    });
  });
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  const { endpoint = '', queues = {}, outputs = {} } = await started;
  return {
    endpoint,
    queues,
    outputs,
    logs,
    end: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  };
}
