import { z } from 'zod';

/*
 * How a virtual phone takes its calls.
 *
 *   human        answers after `afterSeconds`, presses `presses` whenever a Gather listens: the same
 *                keys each time, or a list's in turn, from its beginning with each call
 *   voicemail    answers after `afterSeconds` and talks; never presses a key
 *   busy         is in another call: busy at once, does not ring
 *   no-answer    rings until the caller gives up
 *   reject       declines after `afterSeconds`
 *   unreachable  cannot be reached from the carrier at present: failed, SIP 503
 *   no-such-number  does not exist: failed, SIP 404
 *   manual       rings until a person at /phones picks up
 */
const answers = [
  'human',
  'voicemail',
  'busy',
  'no-answer',
  'reject',
  'unreachable',
  'no-such-number',
  'manual',
] as const;

const longestSeconds = 86_400;
const longestPresses = 32;
const mostGathers = 50;

/** What a phone presses in one go. */
const keyPresses = z
  .string()
  .regex(/^[0-9*#]*$/, 'must contain only the keys 0-9, * and #')
  .max(longestPresses);

/** Keys for each Gather of a call in turn; none when they are used up. */
export const pressesInTurn = z.array(keyPresses).max(mostGathers);

const givenBehaviour = z.strictObject({
  answer: z.enum(answers).default('human'),
  afterSeconds: z.number().min(0).max(longestSeconds).default(1),
  hangUpAfterSeconds: z.number().min(0).max(longestSeconds).nullable().optional(),
  presses: z.union([keyPresses, pressesInTurn]).default(''),
});

export interface PhoneBehaviour {
  answer: (typeof answers)[number];
  afterSeconds: number;
  /** Counted from the answer; null stays until the other side ends. */
  hangUpAfterSeconds: number | null;
  presses: string | string[];
}

const hangUpAfterSecondsByDefault = 20;

/** Fills in the defaults. Throws a ZodError for what is no behaviour. */
export function parseBehaviour(given: unknown): PhoneBehaviour {
  const behaviour = givenBehaviour.parse(given);
  // Whoever picks up by hand also hangs up by hand, unless told otherwise.
  const patience = behaviour.answer === 'manual' ? null : hangUpAfterSecondsByDefault;
  const { hangUpAfterSeconds = patience } = behaviour;
  return { ...behaviour, hangUpAfterSeconds };
}

export const untouchedBehaviour: PhoneBehaviour = parseBehaviour({});
export const pickedUpByHand: PhoneBehaviour = parseBehaviour({ answer: 'manual' });
