import type { AccountResource } from './account-resource.ts';
import type { AccountResources } from './account-resources.ts';
import { numberSid } from './number-sid.ts';
import type { VoiceAddresses } from './voice-addresses.ts';
import {
  parseVoiceConfig,
  type VoiceConfig,
  voiceConfigOf,
  voiceFieldsOf,
} from './voice-config.ts';

export interface NumberRegistryParts {
  resources: AccountResources;
  addresses: VoiceAddresses;
}

/** The account's own phone numbers, and what happens to calls to them. */
export class NumberRegistry {
  readonly #numbers: readonly string[];
  readonly #parts: NumberRegistryParts;

  constructor(numbers: readonly string[], parts: NumberRegistryParts) {
    this.#numbers = numbers;
    this.#parts = parts;
    const { resources } = parts;
    for (const resource of resources.all('number')) {
      if (!this.owns(String(resource.fields.phone_number))) resources.remove(resource);
    }
    for (const number of numbers) if (!this.#find(number)) this.#add(number);
  }

  all(): string[] {
    return [...this.#numbers];
  }

  owns(number: string): boolean {
    return this.#numbers.includes(number);
  }

  /** Throws for a number that is not the account's, and a ZodError for what is no configuration. */
  configure(number: string, given: unknown): VoiceConfig {
    const resource = this.#find(number);
    if (!resource) throw new Error('only the numbers of the account can be configured');
    const config = parseVoiceConfig(given);
    this.#parts.resources.change(resource, voiceFieldsOf('number', config));
    return config;
  }

  /** A trunk or a TwiML App takes the place of the number's own URLs; trunks lead out of this network. */
  configOf(number: string): VoiceConfig | undefined {
    const resource = this.#find(number);
    if (!resource || resource.fields.trunk_sid) return undefined;
    const app = resource.fields.voice_application_sid;
    return app ? this.#parts.addresses.appOf(String(app)) : voiceConfigOf(resource);
  }

  #find(number: string): AccountResource | undefined {
    return this.#parts.resources.find('number', numberSid(number));
  }

  #add(number: string): void {
    const fields = { phone_number: number, friendly_name: number };
    this.#parts.resources.add({ kind: 'number', sid: numberSid(number), fields });
  }
}
