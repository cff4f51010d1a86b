import { createHash } from 'node:crypto';
import type { AccountResource } from './account-resource.ts';
import type { AccountResources } from './account-resources.ts';
import {
  parseVoiceConfig,
  type VoiceConfig,
  voiceConfigOf,
  voiceFieldsOf,
} from './voice-config.ts';

/**
 * What happens to calls that the account's own phones make: browser phones ask a TwiML App, desk
 * phones the SIP domain that they belong to. A number that they dial is not asked.
 */
export class VoiceAddresses {
  readonly #resources: AccountResources;

  constructor(resources: AccountResources) {
    this.#resources = resources;
  }

  /** Throws a ZodError for what is no configuration. */
  configureApp(sid: string, given: unknown): VoiceConfig {
    const config = parseVoiceConfig(given);
    const app = this.#resources.find('application', sid) ?? this.#addApp(sid);
    this.#resources.change(app, voiceFieldsOf('application', config));
    return config;
  }

  /** SIDs of all TwiML Apps. */
  apps(): string[] {
    return this.#resources.all('application').map(({ sid }) => sid);
  }

  appOf(sid: string): VoiceConfig | undefined {
    const app = this.#resources.find('application', sid);
    return app && voiceConfigOf(app);
  }

  /** Throws a ZodError for what is no configuration. */
  configureSipDomain(name: string, given: unknown): VoiceConfig {
    const config = parseVoiceConfig(given);
    const domain = this.#domain(name) ?? this.#addDomain(name.toLowerCase());
    this.#resources.change(domain, voiceFieldsOf('sip-domain', config));
    return config;
  }

  /** Names of all SIP domains. */
  sipDomains(): string[] {
    return this.#resources.all('sip-domain').map(({ fields }) => String(fields.domain_name));
  }

  sipDomainOf(name: string): VoiceConfig | undefined {
    const domain = this.#domain(name);
    return domain && voiceConfigOf(domain);
  }

  sipDomainSid(name: string): string | undefined {
    return this.#domain(name)?.sid;
  }

  #domain(name: string): AccountResource | undefined {
    const domains = this.#resources.all('sip-domain');
    return domains.find(({ fields }) => fields.domain_name === name.toLowerCase());
  }

  #addApp(sid: string): AccountResource {
    const fields = { friendly_name: 'Browser phones' };
    return this.#resources.add({ kind: 'application', sid, fields });
  }

  #addDomain(name: string): AccountResource {
    const sid = `SD${createHash('md5').update(name).digest('hex')}`;
    const fields = { friendly_name: name, domain_name: name, sip_registration: true };
    return this.#resources.add({ kind: 'sip-domain', sid, fields });
  }
}
