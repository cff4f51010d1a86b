import { signal } from '@preact/signals';
import type { RowKey } from '../../../../contract/instant.ts';
import { now } from '../../../browser/clock.ts';
import { toast } from '../../../parts/toasts.tsx';
import { ask } from '../../../shell/api/ask.ts';
import { moment, ownZone } from '../../../words/times.ts';
import { deskWords } from '../../desk-words.ts';
import { expectOwnCall, isRungHere } from '../../phone/browser-phone.ts';
import { hearOfCall } from './calls.ts';

/** While a call is being ordered, no second one is. */
export const isPlacing = signal(false);

/** Orders a call to a row, or to any number; it comes up on the desk, or a sentence says why not. */
export async function placeCall(target: RowKey | { tel: string }): Promise<boolean> {
  if (isPlacing.value) return false;
  isPlacing.value = true;
  if (isRungHere()) expectOwnCall();
  const answer = await ask('POST', '/calls', target);
  isPlacing.value = false;
  if (answer.kind === 'done') {
    hearOfCall(answer.value.attempt);
    return true;
  }
  const { sentence, nextAt } = answer;
  const later = nextAt && deskWords().mayCallAgain(moment(nextAt, ownZone, now.value));
  toast(later ? `${sentence} ${later}` : sentence, 'bad');
  return false;
}
