import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { keys } from '../keys/key-list.ts';
import { answerPhone, declinePhone } from './browser-phone.ts';
import { phoneWords } from './phone-words.ts';

/** Answer or decline. Enter answers, unless somebody is typing elsewhere. */
export function RingingButtons() {
  const words = phoneWords();
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isInUse(document.activeElement))
      ref.current?.querySelector<HTMLElement>('[data-kind="primary"]')?.focus();
  }, []);
  return (
    <span class="ringing" ref={ref}>
      <Button kind="danger" icon="hangUp" keys={keys.hangUp} onClick={declinePhone}>
        {words.decline}
      </Button>
      <Button kind="primary" size="large" icon="handset" keys={keys.answer} onClick={answerPhone}>
        {words.answer}
      </Button>
    </span>
  );
}

function isInUse(focused: Element | null): boolean {
  return focused?.closest('input, textarea, select, dialog, [role="menu"]') != null;
}
