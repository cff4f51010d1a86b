import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import path from 'node:path';

export interface LogListeners {
  /** Every line that a function writes. */
  onLog?: ((functionName: string, line: string) => void) | undefined;
  /** Every metric in CloudWatch's embedded metric format. */
  onMetric?: ((functionName: string, metric: Record<string, unknown>) => void) | undefined;
}

/** Writes what functions print to one file each, and hands lines and metrics to listeners. */
export class FunctionLogs {
  readonly #folder: string;
  readonly #listeners: LogListeners;
  readonly #files = new Map<string, WriteStream>();

  constructor(folder: string, listeners: LogListeners) {
    this.#folder = folder;
    this.#listeners = listeners;
    mkdirSync(folder, { recursive: true });
  }

  /** A sink for one worker's output, which arrives in chunks that may split lines. */
  sink(functionName: string): (chunk: string) => void {
    let rest = '';
    return (chunk) => {
      this.#file(functionName).write(chunk);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#announce(functionName, line);
    };
  }

  async close(): Promise<void> {
    const closing = [...this.#files.values()].map(
      (file) => new Promise((resolve) => file.end(resolve)),
    );
    await Promise.all(closing);
  }

  #file(functionName: string): WriteStream {
    const known = this.#files.get(functionName);
    if (known) return known;
    const file = createWriteStream(path.join(this.#folder, `${functionName}.log`), { flags: 'a' });
    this.#files.set(functionName, file);
    return file;
  }

  #announce(functionName: string, line: string): void {
    this.#listeners.onLog?.(functionName, line);
    const { onMetric } = this.#listeners;
    if (!onMetric || !line.startsWith('{') || !line.includes('"_aws"')) return;
    const metric = parseObject(line);
    if (metric) onMetric(functionName, metric);
  }
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
