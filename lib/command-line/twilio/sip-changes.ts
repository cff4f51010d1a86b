import type { Twilio } from 'twilio';
import type { Operator } from '../../../lambdas/domain/task/task.ts';
import { UserMistake } from '../user-mistake.ts';
import type { Change } from './change.ts';
import { deskPhoneChanges, planCredentialList } from './desk-phone-changes.ts';
import { sipDomainChanges } from './sip-domain-changes.ts';
import { orMistake } from './twilio-mistakes.ts';
import type { VoiceWebhooks } from './webhooks.ts';

const suffix = '.sip.twilio.com';

export interface SipWish {
  /** What `--sip-domain` says. */
  named: string | undefined;
  operators: readonly Operator[];
  newPasswords: readonly string[];
  /** Begins the credential list's name. */
  systemName: string;
  webhooks: VoiceWebhooks;
}

/** Desk phones: a domain where they register, and who may. Nothing where nobody has one. */
export async function sipChanges(client: Twilio, wish: SipWish): Promise<Change[]> {
  const domainName = domainOf(wish);
  if (domainName === undefined) return [];
  const list = await planCredentialList(client, `${wish.systemName} desk phones`);
  const domains = await orMistake(client.sip.domains.list());
  const domain = domains.find((it) => it.domainName === domainName);
  const { webhooks, operators, newPasswords } = wish;
  return [
    ...list.changes,
    ...(await sipDomainChanges(client, { domainName, domain, webhooks, list })),
    ...deskPhoneChanges(client, list, { domainName, operators, newPasswords }),
  ];
}

/** The one that is named, or else the one where operators are reached. */
function domainOf({ named, operators, newPasswords }: SipWish): string | undefined {
  if (named !== undefined) return readDomain(named);
  const here = operators.filter(({ gone }) => gone !== true);
  const domains = new Set(here.flatMap(({ addresses }) => addresses.flatMap(twilioDomain)));
  if (domains.size > 1) {
    throw new UserMistake(
      `Operators are reached in several SIP domains: ${[...domains].join(', ')}. Set them up one after the other, each named with --sip-domain.`,
    );
  }
  const [domain] = domains;
  if (domain === undefined && newPasswords.length > 0) {
    throw new UserMistake(
      'No operator has a desk phone: none is reached at sip:user@….sip.twilio.com.',
    );
  }
  return domain;
}

function twilioDomain(address: string): string[] {
  const domain = /^sip:[^@]+@(.+)$/.exec(address)?.[1];
  return domain?.endsWith(suffix) ? [domain] : [];
}

/** `office` or `office.sip.twilio.com`. */
function readDomain(given: string): string {
  const name = given.toLowerCase();
  const domain = name.endsWith(suffix) ? name : `${name}${suffix}`;
  if (/^[a-z0-9-]+\.sip\.twilio\.com$/.test(domain)) return domain;
  throw new UserMistake(
    `--sip-domain must be letters, digits and hyphens, with or without ${suffix}, got ${given}.`,
  );
}
