import type { AttemptView } from '../../../contract/calls.ts';
import { Button } from '../../parts/button.tsx';
import { callWords } from '../../words/call-words.ts';
import { phoneText } from '../../words/phone-text.ts';
import { keys } from '../keys/key-list.ts';
import { answerPhone, declinePhone } from '../phone/browser-phone.ts';
import { phoneCall } from '../phone/line/phone-call.ts';
import { phoneWords } from '../phone/phone-words.ts';
import { place } from '../place.ts';
import { onCallWords } from './on-call-words.ts';
import { OriginMark } from './origin.tsx';
import { liveCall, showCall } from './state/calls.ts';
import { cardOf } from './state/cards.ts';

/** The call that came while the desk shows something else: who it is, and the way to it. */
export function NextCallBar() {
  const call = liveCall.value;
  const isRinging = phoneCall.value?.isRinging === true;
  const here = place.value;
  if (call === undefined ? !isRinging : here.at === 'call' && here.attempt === call.id) return null;
  const go = () => {
    if (isRinging) answerPhone();
    if (call) showCall(call.id);
  };
  return (
    <div class="next-call panel" role="alert">
      <span class="next-call-who">
        <small>{call ? callWords().states[call.state] : phoneWords().rings}</small>
        {call && (
          <b>
            <bdi>{nameOf(call)}</bdi>
          </b>
        )}
        {call?.origin === 'inbound' && <OriginMark origin="inbound" />}
      </span>
      {isRinging && (
        <Button kind="danger" icon="hangUp" onClick={declinePhone}>
          {phoneWords().decline}
        </Button>
      )}
      <Button kind="primary" size="large" icon="handset" keys={keys.answer} onClick={go}>
        {isRinging ? phoneWords().answer : onCallWords().goToCall}
        <kbd>{keys.answer}</kbd>
      </Button>
    </div>
  );
}

function nameOf({ id, customer }: AttemptView): string {
  return cardOf(id).value.value?.name?.trim() || phoneText(customer);
}
