import { useState } from 'preact/hooks';
import type { AttemptView } from '../../../../contract/calls.ts';
import { Button } from '../../../parts/button.tsx';
import { Chip } from '../../../parts/chip.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { Menu } from '../../../parts/menu.tsx';
import { toast } from '../../../parts/toasts.tsx';
import { ask } from '../../../shell/api/ask.ts';
import { span } from '../../../words/times.ts';
import { knownKeeper } from '../../form/keeping/form-keepers.ts';
import { keys } from '../../keys/key-list.ts';
import { pressKey, toggleMute } from '../../phone/browser-phone.ts';
import { KeyPad } from '../../phone/key-pad.tsx';
import { type PhoneCall, phoneCall, qualityOf } from '../../phone/line/phone-call.ts';
import { phoneWords } from '../../phone/phone-words.ts';
import { RingingButtons } from '../../phone/ringing-buttons.tsx';
import { onCallWords } from '../on-call-words.ts';
import { endCall, HangUp } from './hang-up.tsx';
import { Hold } from './hold.tsx';
import { Recording } from './recording.tsx';
import { SayNo } from './say-no.tsx';
import { Voicemail } from './voicemail.tsx';
import { wantNext } from './wrap-up.tsx';

/** What can be done with a live call. */
export function CallActions({ call }: { call: AttemptView }) {
  const mayDefer = ['connecting', 'ringing', 'waiting'].includes(call.state);
  return (
    <div class="call-actions">
      {!phoneCall.value?.isRinging && <HangUp call={call} />}
      <Hold call={call} />
      <PhoneControls />
      {mayDefer && call.origin !== 'inbound' && <DeferMenu call={call} />}
      {!phoneCall.value?.isRinging && <SayNo row={call} attempt={call.id} />}
      {!phoneCall.value?.isRinging && <Recording call={call} />}
      <Voicemail call={call} />
      {call.state === 'talking' && <HangUpNext call={call} />}
    </div>
  );
}

/** All is written and sent: the talk ends, and the next call may come. */
function HangUpNext({ call }: { call: AttemptView }) {
  if (!knownKeeper(call.id)?.state.isSent) return null;
  const end = async () => {
    if (await endCall(call)) wantNext(call.id);
  };
  return (
    <Button kind="primary" size="large" icon="check" keys={keys.done} onClick={() => void end()}>
      {onCallWords().hangUpNext}
    </Button>
  );
}

/** Of the phone in this browser; nothing where they are rung elsewhere. */
function PhoneControls() {
  const words = onCallWords();
  const [isPadOpen, setPadOpen] = useState(false);
  const held = phoneCall.value;
  if (held === undefined) return null;
  if (held.isRinging) return <RingingButtons />;
  return (
    <>
      <SoundNotice held={held} />
      <Button
        icon={held.isMuted ? 'mute' : 'microphone'}
        pressed={held.isMuted}
        label={held.isMuted ? words.unmute : words.mute}
        onClick={toggleMute}
      />
      <Button
        icon="keys"
        pressed={isPadOpen}
        label={isPadOpen ? words.hideKeypad : words.keypad}
        onClick={() => setPadOpen(!isPadOpen)}
      />
      {isPadOpen && (
        <div class="call-keys">
          <KeyPad onKey={pressKey} />
        </div>
      )}
    </>
  );
}

/** What is wrong with the sound, while it is. */
function SoundNotice({ held }: { held: PhoneCall }) {
  const words = phoneWords();
  const quality = qualityOf(held);
  if (held.isReconnecting)
    return (
      <Chip tone="bad" icon="warning">
        {words.reconnecting}
      </Chip>
    );
  if (quality === undefined) return null;
  return (
    <Chip tone="wait" icon="warning">
      {words.quality[quality]}
    </Chip>
  );
}

const deferrals = [5, 15, 30, 60, 120, 240];
const minuteMilliseconds = 60_000;

function DeferMenu({ call }: { call: AttemptView }) {
  const words = onCallWords();
  const defer = async (minutes: number) => {
    const answer = await ask('POST', `/attempts/${call.id}/deferral`, { minutes });
    if (answer.kind === 'done') toast(words.deferred(span(minutes * minuteMilliseconds)));
    else toast(answer.sentence, 'bad');
  };
  const items = deferrals.map((minutes) => ({
    key: String(minutes),
    label: span(minutes * minuteMilliseconds),
    icon: 'later' as const,
    onChoose: () => void defer(minutes),
  }));
  const button = (
    <>
      <Icon name="later" />
      {words.notNow}
      <Icon name="down" />
    </>
  );
  const label = `${words.notNow}: ${words.notNowTitle}`;
  return <Menu label={label} keys={keys.notNow} button={button} items={items} />;
}
