export interface RequestCount {
  /** A function's name, `<function> (event source)` for what Lambda does for it, or `outside`. */
  caller: string;
  /** `dynamodb:PutItem` */
  operation: string;
  requests: number;
  refused: number;
  readUnits: number;
  writeUnits: number;
}

export interface CountedRequest {
  caller: string;
  operation: string;
  refused?: boolean;
  readUnits?: number;
  writeUnits?: number;
}

/** Counts what every function asks of AWS, so that costs can be computed from real requests. */
export class RequestCounts {
  readonly #counts = new Map<string, RequestCount>();

  add({ caller, operation, refused = false, readUnits = 0, writeUnits = 0 }: CountedRequest): void {
    const key = `${caller} ${operation}`;
    const count = this.#counts.get(key) ?? emptyCount(caller, operation);
    count.requests += 1;
    count.refused += refused ? 1 : 0;
    count.readUnits += readUnits;
    count.writeUnits += writeUnits;
    this.#counts.set(key, count);
  }

  list(): RequestCount[] {
    return [...this.#counts.values()].map((count) => ({ ...count }));
  }

  reset(): void {
    this.#counts.clear();
  }
}

function emptyCount(caller: string, operation: string): RequestCount {
  return { caller, operation, requests: 0, refused: 0, readUnits: 0, writeUnits: 0 };
}
