// biome-ignore lint/suspicious/noExplicitAny: as Node's EventEmitter and the SDK declare it
type Listener = (...news: any[]) => void;

/** The part of Node's EventEmitter that pages use of the SDK's classes. */
export class Emitter {
  readonly #listeners = new Map<string | symbol, Listener[]>();

  on(event: string | symbol, listener: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  once(event: string | symbol, listener: Listener): this {
    const once: Listener = (...news) => {
      this.off(event, once);
      listener(...news);
    };
    return this.on(event, once);
  }

  off(event: string | symbol, listener: Listener): this {
    const left = this.#listeners.get(event)?.filter((other) => other !== listener) ?? [];
    this.#listeners.set(event, left);
    return this;
  }

  addListener(event: string | symbol, listener: Listener): this {
    return this.on(event, listener);
  }

  removeListener(event: string | symbol, listener: Listener): this {
    return this.off(event, listener);
  }

  removeAllListeners(): this {
    this.#listeners.clear();
    return this;
  }

  emit(event: string | symbol, ...news: unknown[]): boolean {
    const listeners = this.#listeners.get(event) ?? [];
    for (const listener of listeners) listener(...news);
    return listeners.length > 0;
  }
}
