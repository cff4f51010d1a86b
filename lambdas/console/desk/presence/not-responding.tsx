import { effect, signal } from '@preact/signals';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { me } from '../../shell/me.ts';
import { addressText } from '../../words/phone-text.ts';
import { deskWords } from '../desk-words.ts';
import { changePresence } from './presence.ts';

/**
 * Where the calls rang that were let ring. Whatever the operator does next makes them available again; what
 * happened stays explained until they have read it.
 */
const rangAt = signal<string | undefined>();

/** Notes it when it is told; what is returned ends that. */
export function followResponding(): () => void {
  return effect(() => {
    const { operator } = me.value.value ?? {};
    if (operator?.notResponding) rangAt.value = operator.at;
  });
}

export function NotResponding() {
  if (rangAt.value === undefined) return null;
  const words = deskWords();
  const isStill = me.value.value?.operator?.notResponding === true;
  const close = () => {
    rangAt.value = undefined;
    if (isStill) void changePresence({ away: false });
  };
  return (
    <Notice tone="wait">
      <p>{words.notRespondingText(addressText(rangAt.value))}</p>
      <p>
        <Button size="small" kind="primary" onClick={close}>
          {isStill ? words.notResponding : words.understood}
        </Button>
      </p>
    </Notice>
  );
}
