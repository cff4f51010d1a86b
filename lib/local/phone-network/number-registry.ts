import { z } from 'zod';

const httpMethod = z.enum(['GET', 'POST']).default('POST');
const httpUrl = z.url({ protocol: /^https?$/ });

/** What the account's own number does with calls that come in. */
const numberConfig = z.strictObject({
  voiceUrl: httpUrl,
  voiceMethod: httpMethod,
  voiceFallbackUrl: httpUrl.optional(),
  statusCallback: httpUrl.optional(),
  statusCallbackMethod: httpMethod,
});

export type NumberConfig = z.output<typeof numberConfig>;
export type NumberConfigInput = z.input<typeof numberConfig>;

/**
 * What the account owns and how calls to it are routed: phone numbers now. Applications and SIP domains have their
 * place here, as further entries of the same map: an address that people dial, and the URLs behind it.
 */
export class NumberRegistry {
  readonly #numbers = new Map<string, NumberConfig | null>();

  constructor(numbers: readonly string[]) {
    for (const number of numbers) this.#numbers.set(number, null);
  }

  all(): string[] {
    return [...this.#numbers.keys()];
  }

  owns(number: string): boolean {
    return this.#numbers.has(number);
  }

  /** Throws for a number that is not the account's, and a ZodError for what is no configuration. */
  configure(number: string, given: unknown): NumberConfig {
    if (!this.owns(number)) throw new Error('only the numbers of the account can be configured');
    const config = numberConfig.parse(given);
    this.#numbers.set(number, config);
    return config;
  }

  configOf(number: string): NumberConfig | undefined {
    return this.#numbers.get(number) ?? undefined;
  }
}
