import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { phoneState, startPhone } from './browser-phone.ts';
import { phoneWords } from './phone-words.ts';
import { ringing } from './ringer.ts';

/** How the browser phone is, and whether it rings aloud. */
export function PhoneChip() {
  const words = phoneWords();
  const state = phoneState.value;
  if (state.kind === 'off') return null;
  const isOn = ringing.value === 'on';
  return (
    <>
      {state.kind === 'ready' && (
        <Chip tone="good" dot>
          {words.ready}
        </Chip>
      )}
      {state.kind === 'starting' && (
        <Chip tone="wait" dot>
          {words.starting}
        </Chip>
      )}
      {state.kind === 'failed' && (
        <span class="phone-failed" title={state.sentence}>
          <Chip tone="bad" icon="warning">
            {words.failed}
          </Chip>
          <Button size="small" onClick={() => void startPhone()}>
            {words.retry}
          </Button>
        </span>
      )}
      <Button
        kind="bare"
        icon={isOn ? 'bell' : 'bellOff'}
        label={words.ring}
        pressed={isOn}
        onClick={() => {
          ringing.value = isOn ? 'off' : 'on';
        }}
      />
    </>
  );
}
