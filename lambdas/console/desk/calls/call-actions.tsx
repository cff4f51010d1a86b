import { useState } from 'preact/hooks';
import type { AttemptView } from '../../../contract/calls.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Menu } from '../../parts/menu.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { pressKey, toggleMute } from '../phone/browser-phone.ts';
import { KeyPad } from '../phone/key-pad.tsx';
import { type PhoneCall, phoneCall, qualityOf } from '../phone/line/phone-call.ts';
import { phoneWords } from '../phone/phone-words.ts';
import { RingingButtons } from '../phone/ringing-bar.tsx';
import { HangUp } from './hang-up.tsx';
import { onCallWords } from './on-call-words.ts';
import { Recording } from './recording.tsx';
import { SayNo } from './say-no.tsx';
import { Voicemail } from './voicemail.tsx';

/** What can be done with a live call. */
export function CallActions({ call }: { call: AttemptView }) {
  const mayDefer = ['connecting', 'ringing', 'waiting'].includes(call.state);
  return (
    <div class="call-actions">
      <PhoneControls />
      {mayDefer && call.origin !== 'inbound' && <DeferMenu call={call} />}
      {!phoneCall.value?.isRinging && <SayNo row={call} attempt={call.id} />}
      {!phoneCall.value?.isRinging && <Recording call={call} />}
      <Voicemail call={call} />
      {!phoneCall.value?.isRinging && <HangUp call={call} />}
    </div>
  );
}

/** Of the phone in this browser; nothing where they are rung elsewhere. */
function PhoneControls() {
  const words = onCallWords();
  const [keys, setKeys] = useState(false);
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
        pressed={keys}
        label={keys ? words.hideKeypad : words.keypad}
        onClick={() => setKeys(!keys)}
      />
      {keys && (
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

function DeferMenu({ call }: { call: AttemptView }) {
  const words = onCallWords();
  const defer = async (minutes: number) => {
    const answer = await ask('POST', `/attempts/${call.id}/deferral`, { minutes });
    if (answer.kind === 'done') toast(words.deferred(minutesText(minutes)));
    else toast(answer.sentence, 'bad');
  };
  const items = deferrals.map((minutes) => ({
    key: String(minutes),
    label: minutesText(minutes),
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
  return <Menu label={`${words.notNow}: ${words.notNowTitle}`} button={button} items={items} />;
}

function minutesText(minutes: number): string {
  const words = onCallWords();
  return minutes === 60 ? words.hour : words.minutes(minutes);
}
