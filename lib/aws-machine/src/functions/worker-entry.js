/**
 * Runs inside a function's worker thread: loads the bundle, then runs the handler for every
 * invocation that arrives. Several may run at once, where Lambda has one per environment.
 *
 * In plain JavaScript: a worker that had to strip types would load what strips them, each its own.
 * What is compiled is kept between starts.
 */
import module from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

module.enableCompileCache?.();

/** @typedef {(event: unknown, context: import('aws-lambda').Context) => unknown} Handler */
/** @typedef {import('./worker-messages.ts').Invocation} Invocation */

/** @type {import('./worker-messages.ts').WorkerStart} */
const start = workerData;

try {
  const handler = await loadHandler();
  parentPort?.on('message', (invocation) => void run(handler, invocation));
  report({ kind: 'ready' });
} catch (error) {
  report({ kind: 'unusable', failure: describe(error) });
}

/** @returns {Promise<Handler>} */
async function loadHandler() {
  const bundle = await import(pathToFileURL(start.handlerFile).href);
  const handler = bundle[start.handlerExport] ?? bundle.default?.[start.handlerExport];
  if (typeof handler === 'function') return handler;
  throw new Error(`${start.handlerFile} exports no function ${start.handlerExport}`);
}

/** @param {Handler} handler @param {Invocation} invocation */
async function run(handler, invocation) {
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

/** @param {Invocation} invocation @returns {import('aws-lambda').Context} */
function context({ id, deadlineAt }) {
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

/** @param {unknown} error @returns {import('./worker-messages.ts').FunctionFailure} */
function describe(error) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  const trace = error.stack?.split('\n') ?? [];
  return { errorType: error.name, errorMessage: error.message, trace };
}

/** @param {import('./worker-messages.ts').WorkerReport} message */
function report(message) {
  parentPort?.postMessage(message);
}
