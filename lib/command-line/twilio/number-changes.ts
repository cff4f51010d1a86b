import { UserMistake } from '../user-mistake.ts';
import { type Change, differences } from './change.ts';
import type { OpenAccount, OwnNumber } from './open-account.ts';
import { orMistake } from './twilio-mistakes.ts';
import type { VoiceWebhooks } from './webhooks.ts';

const labels = {
  voiceUrl: 'A call comes in (voice URL)',
  voiceMethod: 'Voice URL’s method',
  voiceFallbackUrl: 'Primary handler fails (fallback URL)',
  voiceFallbackMethod: 'Fallback URL’s method',
  statusCallback: 'Call status changes (status callback URL)',
  statusCallbackMethod: 'Status callback URL’s method',
  voiceApplicationSid: 'TwiML App in place of the URLs',
  trunkSid: 'SIP trunk in place of the URLs',
};

/** Which of the account's numbers take calls for this system. */
export interface WantedNumbers {
  /** Named by the person; each must be the account's. */
  named: readonly string[];
  /** From which the tasks call; may be verified numbers of somebody else. */
  callerIds: readonly string[];
}

/** @throws UserMistake for a named number that is not the account's */
export function chooseNumbers(
  { numbers }: Pick<OpenAccount, 'numbers'>,
  { named, callerIds }: WantedNumbers,
): { chosen: OwnNumber[]; notes: string[] } {
  const own = new Map(numbers.map((number) => [number.phoneNumber, number]));
  const stranger = named.find((it) => !own.has(it));
  if (stranger !== undefined) {
    throw new UserMistake(`${stranger} is not a number of this account. ${listing(own)}`);
  }
  const wanted = named.length > 0 ? named : callerIds;
  const chosen = [...new Set(wanted)].flatMap((it) => own.get(it) ?? []);
  if (chosen.length === 0) {
    const reason = 'No task calls from a number of this account, so no number is set';
    return { chosen, notes: [`${reason}: name one with --number. ${listing(own)}`] };
  }
  return { chosen, notes: foreign(wanted, own) };
}

function listing(own: ReadonlyMap<string, unknown>): string {
  return own.size > 0 ? `It has ${[...own.keys()].join(', ')}.` : 'It has none.';
}

function foreign(wanted: readonly string[], own: ReadonlyMap<string, unknown>): string[] {
  const others = [...new Set(wanted)].filter((it) => !own.has(it));
  return others.map(
    (it) => `${it} is not a number of this account: who calls it back does not come here.`,
  );
}

export function numberChanges(
  { client }: Pick<OpenAccount, 'client'>,
  numbers: readonly OwnNumber[],
  webhooks: VoiceWebhooks,
): Change[] {
  const wanted = {
    voiceUrl: webhooks.voiceUrl,
    voiceMethod: 'POST',
    voiceFallbackUrl: webhooks.fallbackUrl,
    voiceFallbackMethod: 'GET',
    statusCallback: webhooks.statusUrl,
    statusCallbackMethod: 'POST',
    voiceApplicationSid: '',
    trunkSid: '',
  };
  return numbers.flatMap((number) => {
    const { fields, values } = differences({ ...number }, wanted, labels);
    if (fields.length === 0) return [];
    const apply = async () => {
      await orMistake(client.incomingPhoneNumbers(number.sid).update(values));
      return undefined;
    };
    return [{ title: `Phone number ${number.phoneNumber}`, fields, apply }];
  });
}
