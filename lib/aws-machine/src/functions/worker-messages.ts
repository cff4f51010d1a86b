/** What a function's worker is started with. */
export interface WorkerStart {
  handlerFile: string;
  handlerExport: string;
  functionName: string;
  functionArn: string;
  memoryMegabytes: number;
}

/** To the worker: run the handler once. */
export interface Invocation {
  id: string;
  event: string;
  deadlineAt: number;
}

/** A failure, as Lambda reports it to the caller of a function. */
export interface FunctionFailure {
  errorType: string;
  errorMessage: string;
  trace?: string[];
}

/** From the worker: it loaded its handler or could not, or an invocation ended. */
export type WorkerReport =
  | { kind: 'ready' }
  | { kind: 'unusable'; failure: FunctionFailure }
  | { kind: 'succeeded'; id: string; payload: string }
  | { kind: 'failed'; id: string; failure: FunctionFailure };
