import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FunctionDefinition } from './function-definition.ts';
import type { FunctionFailure, Invocation, WorkerReport, WorkerStart } from './worker-messages.ts';

export type InvocationResult =
  | { ok: true; payload: string }
  | { ok: false; failure: FunctionFailure };

export interface FunctionWorkerOptions {
  definition: FunctionDefinition;
  environment: Record<string, string>;
  onOutput(chunk: string): void;
}

interface Waiting {
  resolve(result: InvocationResult): void;
  timer: NodeJS.Timeout;
}

const entry = fileURLToPath(new URL('./worker-entry.js', import.meta.url));

/**
 * One worker thread of a function.
 *
 * starting → ready (handler loaded) → retired (an invocation timed out, or its code was replaced: it
 * finishes what it has and ends) → ended. An uncaught error ends it at once and fails what it was doing.
 */
export class FunctionWorker {
  /** Resolves when the handler is loaded; a failure says why it could not be. */
  readonly ready: Promise<FunctionFailure | undefined>;
  readonly ended: Promise<void>;
  readonly #onOutput: (chunk: string) => void;
  readonly #definition: FunctionDefinition;
  readonly #worker: Worker;
  readonly #waiting = new Map<string, Waiting>();
  #usable = true;

  constructor({ definition, environment, onOutput }: FunctionWorkerOptions) {
    const { handlerFile, handlerExport, memoryMegabytes, name, arn } = definition;
    this.#definition = definition;
    this.#onOutput = onOutput;
    this.#worker = new Worker(entry, {
      env: environment,
      workerData: {
        handlerFile,
        handlerExport,
        memoryMegabytes,
        functionName: name,
        functionArn: arn,
      } satisfies WorkerStart,
      stdout: true,
      stderr: true,
    });
    for (const stream of [this.#worker.stdout, this.#worker.stderr]) {
      stream.setEncoding('utf8').on('data', onOutput);
    }
    this.ended = new Promise((resolve) => this.#worker.once('exit', () => resolve()));
    this.ready = new Promise((resolve) => this.#listen(resolve));
  }

  get isUsable(): boolean {
    return this.#usable;
  }

  run(invocation: Omit<Invocation, 'deadlineAt'>): Promise<InvocationResult> {
    const allowed = this.#definition.timeoutSeconds * 1000;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#timeOut(invocation.id), allowed);
      this.#waiting.set(invocation.id, { resolve, timer });
      this.#worker.postMessage({ ...invocation, deadlineAt: Date.now() + allowed });
    });
  }

  /** Takes nothing new; ends when what it has is done. */
  retire(): void {
    this.#usable = false;
    if (this.#waiting.size === 0) void this.#worker.terminate();
  }

  async stop(): Promise<void> {
    this.#usable = false;
    await this.#worker.terminate();
  }

  #listen(onReady: (failure?: FunctionFailure) => void): void {
    const crash = (failure: FunctionFailure) => {
      onReady(failure);
      this.#crash(failure);
    };
    this.#worker.on('message', (report: WorkerReport) => {
      if (report.kind === 'ready') return onReady();
      if (report.kind === 'unusable') return crash(report.failure);
      this.#settle(report.id, resultOf(report));
    });
    this.#worker.on('error', (error) => {
      const failure = uncaught(error);
      this.#onOutput(`${JSON.stringify({ level: 'ERROR', ...failure })}\n`);
      crash(failure);
    });
    this.#worker.on('exit', (code) => crash(exited(code)));
  }

  #settle(id: string, result: InvocationResult): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    waiting.resolve(result);
    if (!this.#usable && this.#waiting.size === 0) void this.#worker.terminate();
  }

  /** Lambda kills the environment; here it goes when the invocations beside this one are done. */
  #timeOut(id: string): void {
    this.#usable = false;
    const failure = timedOut(this.#definition.timeoutSeconds);
    this.#onOutput(`${JSON.stringify({ level: 'ERROR', requestId: id, ...failure })}\n`);
    this.#settle(id, { ok: false, failure });
  }

  #crash(failure: FunctionFailure): void {
    this.#usable = false;
    for (const id of [...this.#waiting.keys()]) this.#settle(id, { ok: false, failure });
  }
}

function resultOf(report: Extract<WorkerReport, { id: string }>): InvocationResult {
  return report.kind === 'succeeded'
    ? { ok: true, payload: report.payload }
    : { ok: false, failure: report.failure };
}

function timedOut(seconds: number): FunctionFailure {
  const errorMessage = `Task timed out after ${seconds.toFixed(2)} seconds`;
  return { errorType: 'Sandbox.Timedout', errorMessage };
}

function uncaught(error: unknown): FunctionFailure {
  const errorMessage = error instanceof Error ? error.message : String(error);
  return { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage };
}

function exited(code: number): FunctionFailure {
  const errorMessage = `Runtime exited with error: exit status ${code}`;
  return { errorType: 'Runtime.ExitError', errorMessage };
}
