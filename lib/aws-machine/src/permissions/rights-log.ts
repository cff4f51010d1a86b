import { appendFileSync, writeFileSync } from 'node:fs';

/** One action on one resource, as a policy grants it to a function. */
export interface Right {
  functionName: string;
  action: string;
  /** As the policy spells it, wildcards included. */
  resource: string;
}

/**
 * Which rights the functions were given and which they used since the start, for who asks whether
 * anything is granted in vain: a JSON text a line, first `{ granted }`, then `{ used }` at each first
 * use. Written at once, so that a killed process has told, too.
 */
export class RightsLog {
  readonly #file: string;
  readonly #known = new Set<string>();

  constructor(file: string, granted: Right[]) {
    this.#file = file;
    writeFileSync(file, lineOf({ granted }));
  }

  used(used: Right): void {
    const key = JSON.stringify(used);
    if (this.#known.has(key)) return;
    this.#known.add(key);
    appendFileSync(this.#file, lineOf({ used }));
  }
}

function lineOf(entry: object): string {
  return `${JSON.stringify(entry)}\n`;
}
