import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Parameters that are given at the start, and those that somebody put since: these stay. */
export class KeptParameters {
  readonly #file: string;
  readonly #given: Readonly<Record<string, string>>;
  #put: Record<string, string>;

  constructor(file: string, given: Readonly<Record<string, string>>) {
    this.#file = file;
    this.#given = given;
    this.#put = read(file);
  }

  get(name: string): string | undefined {
    return this.#put[name] ?? this.#given[name];
  }

  names(): string[] {
    return Object.keys({ ...this.#given, ...this.#put });
  }

  /** On disk, for nobody else to read, when it returns. */
  put(name: string, value: string): void {
    this.#put = { ...this.#put, [name]: value };
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#put), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function read(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
