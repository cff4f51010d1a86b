/**
 * Runs inside a function's worker thread: loads the bundle, then runs the handler for every
 * invocation that arrives. Several may run at once, where Lambda has one per environment.
 */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Context } from 'aws-lambda';
import type { FunctionFailure, Invocation, WorkerReport, WorkerStart } from './worker-messages.ts';

type Handler = (event: unknown, context: Context) => unknown;

const start = workerData as WorkerStart;

try {
  const handler = await loadHandler();
  parentPort?.on('message', (invocation: Invocation) => void run(handler, invocation));
  report({ kind: 'ready' });
} catch (error) {
  report({ kind: 'unusable', failure: describe(error) });
}

async function loadHandler(): Promise<Handler> {
  const module = await import(pathToFileURL(start.handlerFile).href);
  const handler = module[start.handlerExport] ?? module.default?.[start.handlerExport];
  if (typeof handler === 'function') return handler;
  throw new Error(`${start.handlerFile} exports no function ${start.handlerExport}`);
}

async function run(handler: Handler, invocation: Invocation): Promise<void> {
  const { id } = invocation;
  try {
    const result = await handler(JSON.parse(invocation.event), context(invocation));
    report({ kind: 'succeeded', id, payload: JSON.stringify(result ?? null) });
  } catch (error) {
    const failure = describe(error);
    console.error(JSON.stringify({ level: 'ERROR', requestId: id, ...failure }));
    report({ kind: 'failed', id, failure });
  }
}

function context({ id, deadlineAt }: Invocation): Context {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.functionArn,
    memoryLimitInMB: String(start.memoryMegabytes),
    awsRequestId: id,
    logGroupName: `/aws/lambda/${start.functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadlineAt - Date.now()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}

function describe(error: unknown): FunctionFailure {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  const trace = error.stack?.split('\n') ?? [];
  return { errorType: error.name, errorMessage: error.message, trace };
}

function report(message: WorkerReport): void {
  parentPort?.postMessage(message);
}
