import type { StartOptions } from './start-options.ts';

const secret = 'local-webhook';

/** What stands for Secrets Manager: the value that every address is called with, as `Authorization`. */
export const webhookSecrets = { [secret]: 'Bearer local' };

/** The stage's events with the addresses that the command line names. */
export function webhookContext({ webhooks = [] }: StartOptions): Record<string, unknown> {
  if (webhooks.length === 0) return {};
  const named = webhooks.map((url, n) => ({ name: `Webhook${n + 1}`, url, secret }));
  return { events: { webhooks: named } };
}
