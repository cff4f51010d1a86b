import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { SelectField } from '../../../parts/field.tsx';
import { phoneWords } from '../phone-words.ts';
import { LevelMeter } from './level-meter.tsx';
import {
  chooseSound,
  chosenSound,
  defaultDevice,
  maySetOutput,
  type SoundDevice,
  type SoundUse,
  soundDevices,
} from './sound-devices.ts';
import { playTestTone } from './test-tone.ts';

/** Microphone, loudspeaker and ring: chosen and tried before a customer is on the line. */
export function SoundDialog({ onClose }: { onClose: () => void }) {
  const words = phoneWords();
  return (
    <Dialog title={words.sound} onClose={onClose}>
      <Choice use="microphone" label={words.microphone} />
      <LevelMeter microphone={chosenSound.value.microphone} />
      {maySetOutput && <Choice use="speaker" label={words.speaker} />}
      <Button icon="play" onClick={() => void playTestTone('speaker')}>
        {words.tryTone}
      </Button>
      {maySetOutput && <Choice use="ring" label={words.ringsFrom} />}
      <Button icon="bell" onClick={() => void playTestTone('ring')}>
        {words.tryRing}
      </Button>
    </Dialog>
  );
}

function Choice({ use, label }: { use: SoundUse; label: string }) {
  const devices = useDevices(use);
  const options = [
    { value: defaultDevice, label: phoneWords().browsersChoice },
    ...devices.map((it) => ({ value: it.id, label: it.label })),
  ];
  const chosen = chosenSound.value[use];
  const value = options.some((it) => it.value === chosen) ? chosen : defaultDevice;
  return (
    <SelectField
      label={label}
      value={value}
      options={options}
      onChange={(id) => void chooseSound(use, id)}
    />
  );
}

/** Devices come and go while the dialog is open. */
function useDevices(use: SoundUse): readonly SoundDevice[] {
  const [devices, setDevices] = useState<readonly SoundDevice[]>([]);
  useEffect(() => {
    const { mediaDevices } = navigator;
    const look = () => void soundDevices(use).then(setDevices, () => setDevices([]));
    look();
    mediaDevices?.addEventListener('devicechange', look);
    return () => mediaDevices?.removeEventListener('devicechange', look);
  }, [use]);
  return devices;
}
