import { z } from 'zod';
import type { AccountResource, ResourceFields } from './account-resource.ts';

const httpMethod = z.enum(['GET', 'POST']).default('POST');
const httpUrl = z.url({ protocol: /^https?$/ });

const voiceConfig = z.strictObject({
  voiceUrl: httpUrl,
  voiceMethod: httpMethod,
  voiceFallbackUrl: httpUrl.optional(),
  voiceFallbackMethod: httpMethod,
  statusCallback: httpUrl.optional(),
  statusCallbackMethod: httpMethod,
});

/** What happens to calls that come in by a number, a TwiML App or a SIP domain. */
export type VoiceConfig = z.output<typeof voiceConfig>;
export type VoiceConfigInput = z.input<typeof voiceConfig>;

/** Fills in the defaults. Throws a ZodError for what is no configuration. */
export function parseVoiceConfig(given: unknown): VoiceConfig {
  return voiceConfig.parse(given);
}

type Named = Pick<AccountResource, 'kind' | 'fields'>;

/** The fields by which a resource of this kind keeps the configuration. */
export function voiceFieldsOf(kind: AccountResource['kind'], config: VoiceConfig): ResourceFields {
  const status = statusNames(kind);
  return {
    voice_url: config.voiceUrl,
    voice_method: config.voiceMethod,
    voice_fallback_url: config.voiceFallbackUrl ?? '',
    voice_fallback_method: config.voiceFallbackMethod,
    [status.url]: config.statusCallback ?? '',
    [status.method]: config.statusCallbackMethod,
  };
}

/** Undefined for a resource without a voice URL: calls go nowhere. */
export function voiceConfigOf({ kind, fields }: Named): VoiceConfig | undefined {
  const status = statusNames(kind);
  const text = (name: string) => fields[name] || undefined;
  if (!text('voice_url')) return undefined;
  return parseVoiceConfig({
    voiceUrl: text('voice_url'),
    voiceMethod: text('voice_method'),
    voiceFallbackUrl: text('voice_fallback_url'),
    voiceFallbackMethod: text('voice_fallback_method'),
    statusCallback: text(status.url),
    statusCallbackMethod: text(status.method),
  });
}

/** SIP domains name it their own way. */
function statusNames(kind: AccountResource['kind']): { url: string; method: string } {
  return kind === 'sip-domain'
    ? { url: 'voice_status_callback_url', method: 'voice_status_callback_method' }
    : { url: 'status_callback', method: 'status_callback_method' };
}
