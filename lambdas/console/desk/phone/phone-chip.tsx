import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { phoneState, startPhone } from './browser-phone.ts';
import type { PhoneProblem } from './line/phone-problem.ts';
import { phoneWords } from './phone-words.ts';
import { ringing } from './ringer.ts';
import { SoundDialog } from './sound/sound-dialog.tsx';

/** How the browser phone is, and whether it rings aloud. */
export function PhoneChip() {
  const words = phoneWords();
  const state = phoneState.value;
  const [isChoosing, setChoosing] = useState(false);
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
      {state.kind === 'failed' && <Failed problem={state.problem} />}
      <Button
        kind="bare"
        icon={isOn ? 'bell' : 'bellOff'}
        label={words.ring}
        pressed={isOn}
        onClick={() => {
          ringing.value = isOn ? 'off' : 'on';
        }}
      />
      <Button kind="bare" icon="headset" label={words.sound} onClick={() => setChoosing(true)} />
      {isChoosing && <SoundDialog onClose={() => setChoosing(false)} />}
    </>
  );
}

function Failed({ problem }: { problem: PhoneProblem }) {
  const words = phoneWords();
  return (
    <span class="phone-failed" role="alert">
      <Chip tone="bad" icon="warning">
        {words.failed}
      </Chip>
      <small>{sentenceOf(problem)}</small>
      <Button size="small" onClick={() => void startPhone()}>
        {words.retry}
      </Button>
    </span>
  );
}

function sentenceOf(problem: PhoneProblem): string {
  const words = phoneWords();
  if (problem.kind === 'said') return problem.sentence;
  if (problem.kind === 'unknown') return words.unknownProblem(problem.code);
  return words.problems[problem.kind];
}
