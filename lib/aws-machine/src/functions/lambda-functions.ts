import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { withoutHash } from '../template/physical-names.ts';
import type { FunctionDefinition, InvocationTarget } from './function-definition.ts';
import { type EnvironmentSurroundings, functionEnvironment } from './function-environment.ts';
import type { FunctionLogs } from './function-logs.ts';
import { FunctionWorker, type InvocationResult } from './function-worker.ts';
import type { FunctionFailure } from './worker-messages.ts';

export interface LambdaFunctionsOptions extends EnvironmentSurroundings {
  definitions: FunctionDefinition[];
  logs: FunctionLogs;
  onInvocation?: (functionName: string) => void;
  /** How many invocations run at once; no limit unless given. */
  concurrency?: number | undefined;
}

/** An asynchronous invocation that failed as often as it was to be tried. */
export interface GivenUp {
  definition: FunctionDefinition;
  target: InvocationTarget;
  event: unknown;
  failure: FunctionFailure;
  tries: number;
}

/** What Lambda says to who asks for more than the account may run at once. */
const throttled: FunctionFailure = {
  errorType: 'TooManyRequestsException',
  errorMessage: 'Rate Exceeded.',
};

/** Lambda tries for hours again what it had to throttle, a second later at first. */
const throttlePause = 1_000;

export function isThrottled(result: InvocationResult): boolean {
  return !result.ok && result.failure === throttled;
}

/** Lambda waits one minute before the first retry of an asynchronous invocation, then two. */
const asyncRetryMinutes = [1, 2];

/** The functions of the stack, each running from its bundle in a worker of its own. */
export class LambdaFunctions {
  readonly #options: LambdaFunctionsOptions;
  readonly #definitions: Map<string, FunctionDefinition>;
  readonly #workers = new Map<string, FunctionWorker>();
  readonly #alive = new Set<FunctionWorker>();
  readonly #stopping = new AbortController();
  #running = 0;
  #tellGivenUp: ((givenUp: GivenUp) => Promise<void>) | undefined;

  constructor(options: LambdaFunctionsOptions) {
    this.#options = options;
    this.#definitions = new Map(options.definitions.map((each) => [each.name, each]));
  }

  /** Loads all bundles at once. Throws if one of them cannot be loaded. */
  async start(): Promise<void> {
    const loading = [...this.#definitions.values()].map(async (definition) => {
      const failure = await this.#worker(definition).ready;
      if (!failure) return;
      throw new Error(`Function ${definition.name} cannot be loaded: ${failure.errorMessage}`);
    });
    await Promise.all(loading);
  }

  /** Throws, and leaves all as it is, if the file cannot be loaded. */
  async replaceCode(identifier: string, handlerFile: string): Promise<void> {
    const known = this.find(identifier);
    if (!known) throw new Error(`The stack has no function ${identifier}`);
    const definition = { ...known, handlerFile };
    const fresh = this.#startWorker(definition);
    const failure = await fresh.ready;
    if (failure) throw new Error(`${known.name} cannot be loaded: ${failure.errorMessage}`);
    const old = this.#workers.get(known.name);
    this.#definitions.set(known.name, definition);
    this.#workers.set(known.name, fresh);
    old?.retire();
  }

  get names(): string[] {
    return [...this.#definitions.keys()];
  }

  get definitions(): FunctionDefinition[] {
    return [...this.#definitions.values()];
  }

  onGivenUp(tell: (givenUp: GivenUp) => Promise<void>): void {
    this.#tellGivenUp = tell;
  }

  /** Finds a function by name, ARN (both also of an alias or version) or logical id (with or without CDK's hash). */
  find(identifier: string): FunctionDefinition | undefined {
    const known = this.#definitions.get(identifier);
    if (known) return known;
    const all = [...this.#definitions.values()];
    return all.find(({ name, targets, logicalId }) =>
      [
        ...targets.flatMap(({ arn, qualifier }) => [arn, `${name}:${qualifier}`]),
        logicalId,
        withoutHash(logicalId),
      ].includes(identifier),
    );
  }

  /** Runs a function and waits for its answer, as JSON. Failures of the function are results. */
  async invoke(identifier: string, event: unknown): Promise<InvocationResult> {
    const definition = this.find(identifier);
    if (!definition) throw new Error(`The stack has no function ${identifier}`);
    if (this.#running >= (this.#options.concurrency ?? Number.POSITIVE_INFINITY)) {
      return { ok: false, failure: throttled };
    }
    this.#options.onInvocation?.(definition.name);
    this.#running += 1;
    try {
      return await this.#run(definition, event);
    } finally {
      this.#running -= 1;
    }
  }

  /** Runs a function and answers what it returned. Throws what it threw. */
  async invokeOrThrow(identifier: string, event: unknown): Promise<unknown> {
    const result = await this.invoke(identifier, event);
    if (result.ok) return JSON.parse(result.payload);
    const { errorType, errorMessage, trace } = result.failure;
    const error = new Error(`${identifier} failed: ${errorMessage}`, { cause: trace });
    error.name = errorType;
    throw error;
  }

  /** Runs a function without waiting; failures are tried again as Lambda does. */
  invokeAsync(identifier: string, event: unknown): void {
    const definition = this.find(identifier);
    if (!definition) throw new Error(`The stack has no function ${identifier}`);
    const [itself] = definition.targets;
    const target = definition.targets.find(({ arn }) => arn === identifier) ?? itself;
    if (target) void this.#persist(definition, target, event);
  }

  /** Waits until nothing runs, at most so many milliseconds. */
  async drain(milliseconds: number): Promise<void> {
    const endsAt = Date.now() + milliseconds;
    while (this.#running > 0 && Date.now() < endsAt) await pause(5);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all([...this.#alive].map((worker) => worker.stop()));
  }

  async #persist(
    definition: FunctionDefinition,
    target: InvocationTarget,
    event: unknown,
  ): Promise<void> {
    const { signal } = this.#stopping;
    for (let attempt = 0; !signal.aborted; ) {
      const result = await this.invoke(definition.name, event);
      if (result.ok) return;
      if (isThrottled(result)) {
        await pause(throttlePause, undefined, { signal }).catch(() => undefined);
        continue;
      }
      const minutes = asyncRetryMinutes[attempt];
      if (attempt >= target.asyncRetries || minutes === undefined) {
        const { failure } = result;
        return this.#tellGivenUp?.({ definition, target, event, failure, tries: attempt + 1 });
      }
      attempt += 1;
      await pause(minutes * 60_000, undefined, { signal }).catch(() => undefined);
    }
  }

  async #run(definition: FunctionDefinition, event: unknown): Promise<InvocationResult> {
    const worker = this.#worker(definition);
    const failure = await worker.ready;
    if (failure) return { ok: false, failure };
    // Its code was replaced in this moment.
    if (!worker.isUsable) return this.#run(definition, event);
    const result = await worker.run({ id: randomUUID(), event: JSON.stringify(event ?? null) });
    if (!result.ok) this.#replaceIfRetired(definition);
    return result;
  }

  #worker(definition: FunctionDefinition): FunctionWorker {
    const current = this.#workers.get(definition.name);
    if (current?.isUsable) return current;
    const fresh = this.#startWorker(this.#definitions.get(definition.name) ?? definition);
    this.#workers.set(definition.name, fresh);
    return fresh;
  }

  #startWorker(definition: FunctionDefinition): FunctionWorker {
    const fresh = new FunctionWorker({
      definition,
      environment: functionEnvironment(definition, this.#options),
      onOutput: this.#options.logs.sink(definition.name),
    });
    this.#alive.add(fresh);
    void fresh.ended.then(() => this.#alive.delete(fresh));
    return fresh;
  }

  /** The next cold start happens now rather than under the next call. */
  #replaceIfRetired(definition: FunctionDefinition): void {
    if (!this.#stopping.signal.aborted) this.#worker(definition);
  }
}
