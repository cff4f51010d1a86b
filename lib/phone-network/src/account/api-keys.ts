import type { AccountResources } from './account-resources.ts';

/** The key that the account has from the start. */
export function addKey(
  resources: AccountResources,
  { apiKeySid: sid, apiKeySecret: secret }: { apiKeySid: string; apiKeySecret: string },
): void {
  if (secretOfKey(resources, sid) === secret) return;
  resources.add({ kind: 'key', sid, fields: { friendly_name: 'Browser phones', secret } });
}

export function secretOfKey(resources: AccountResources, sid: string): string | undefined {
  const secret = resources.find('key', sid)?.fields.secret;
  return typeof secret === 'string' ? secret : undefined;
}
