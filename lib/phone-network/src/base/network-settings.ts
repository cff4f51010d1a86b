import { z } from 'zod';

/** How the network differs from the default; all can be changed while it runs (`PUT /phones/settings`). */
export const networkSettings = z.strictObject({
  /** Calls over this rate stay `queued`, as at Twilio (whose default is 1). null: no limit. */
  callsPerSecond: z.number().positive().nullable().default(null),
  /** Legs that the account may have at the same time; more are refused (10004). null: no limit. */
  concurrentCalls: z.number().int().positive().nullable().default(null),
  /** Speech takes time: so much a character ... */
  sayMillisecondsPerCharacter: z.number().min(0).default(15),
  /** ... but a Say never longer than this. */
  sayLongestMilliseconds: z.number().min(0).default(1500),
  /** How long any sound of a Play lasts; nothing is downloaded. */
  playMilliseconds: z.number().min(0).default(1000),
  /** Geo permissions: beginnings of numbers (`+7`) that may not be called (21215, 13227). */
  blockedPrefixes: z.array(z.string()).default([]),
  /** SIP domains that belong to other accounts (21232): their names are unique in the world. */
  takenSipDomains: z.array(z.string()).default([]),
});

export type NetworkSettings = z.output<typeof networkSettings>;
