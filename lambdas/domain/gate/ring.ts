import type { OperatorLine } from '../attempt/attempt.ts';
import type { Localized } from '../basics/localized.ts';
import { sipDomainOf } from '../basics/sip-domain.ts';
import type { Operator } from '../task/task.ts';
import { refusedForGood } from './gate.ts';
import { type GateReason, gateReasonTexts } from './gate-reasons.ts';
import { type Permitted, permitted } from './permitted.ts';
import type { DialQuestion } from './question.ts';

/** May this operator be rung there? */
export interface RingQuestion extends Omit<DialQuestion, 'columns' | 'to'> {
  line: OperatorLine;
  operators: readonly Operator[];
}

export type RingAnswer = { may: true; to: Permitted } | { may: false; reason: RingReason };

/** Why a row's operator is not rung, each as the clause of a sentence. */
export const ringReasonTexts = {
  ...gateReasonTexts,
  'operator-not-registered': {
    en: 'nobody registered it, and the task allows registered operators alone (allowUnregisteredOperators)',
    ru: 'такого оператора никто не завёл, а задача разрешает только заведённых (allowUnregisteredOperators)',
  },
  'foreign-sip-domain': {
    en: 'it is at the SIP domain of another account',
    ru: 'это SIP-домен чужой учётной записи',
  },
} satisfies Record<string, Localized>;

export type RingReason = GateReason | 'operator-not-registered' | 'foreign-sip-domain';

/**
 * Registered operators may be rung, others where the task allows them: by a number that could be a
 * customer's of it, or by an address of this account.
 */
export function mayRing(question: RingQuestion): RingAnswer {
  const reason = refusedRing(question);
  return reason === undefined
    ? { may: true, to: permitted(question.line.address) }
    : { may: false, reason };
}

function refusedRing(question: RingQuestion): RingReason | undefined {
  const { line, operators, task } = question;
  const { address } = line;
  if (isForeign(question)) return 'foreign-sip-domain';
  if (operators.some(({ addresses }) => addresses.includes(address))) return undefined;
  if (task.allowUnregisteredOperators !== true) return 'operator-not-registered';
  if (!address.startsWith('+')) return undefined;
  return refusedForGood({ ...question, to: address });
}

/** Desk phones at Twilio: https://www.twilio.com/docs/voice/api/sending-sip */
const twilioDomain = /^sip:[^@]+@([^@:;]+\.sip(?:\.[a-z0-9-]+)?\.twilio\.com)(?:[:;].*)?$/i;

/** The account's domains are those that it names, and those at which operators are registered. */
function isForeign({ line, operators, facts }: RingQuestion): boolean {
  const domain = domainOf(line.address);
  if (domain === undefined) return false;
  const registered = operators.flatMap(({ addresses }) => addresses.map(domainOf));
  return ![...(facts.account.sipDomains ?? []), ...registered].includes(domain);
}

function domainOf(address: string): string | undefined {
  const [, host] = twilioDomain.exec(address) ?? [];
  return host === undefined ? undefined : sipDomainOf(host);
}
