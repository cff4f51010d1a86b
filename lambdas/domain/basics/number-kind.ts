/** What a number is: who pays for a call to it, and how much. */
export const numberKinds = [
  'fixed',
  'mobile',
  'toll-free',
  'voip',
  /** Of a company as a whole, at the price of an ordinary call: Britain's 03. */
  'company',
  'shared-cost',
  'premium',
  /** Follows a person from phone to phone, at any price: Britain's 070. */
  'personal',
  'pager',
  'voicemail',
  /** Satellites', ships' and other networks of no country: +870, +881 to +883. */
  'satellite',
  /** Services' numbers of few digits, where they have the form of the network's. Emergency numbers are never called. */
  'short',
] as const;
export type NumberKind = (typeof numberKinds)[number];

/** Those of people and companies, which cost what a call costs. */
export const ordinaryKinds: readonly NumberKind[] = [
  'fixed',
  'mobile',
  'toll-free',
  'voip',
  'company',
];
