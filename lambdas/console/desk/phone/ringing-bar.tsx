import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { answerPhone, declinePhone } from './browser-phone.ts';
import { phoneWords } from './phone-words.ts';

/** Answer or decline. Enter answers, unless somebody is typing elsewhere. */
export function RingingButtons() {
  const words = phoneWords();
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isInUse(document.activeElement)) ref.current?.querySelector('button')?.focus();
  }, []);
  return (
    <span class="ringing" ref={ref}>
      <Button kind="primary" size="large" icon="handset" onClick={answerPhone}>
        {words.answer}
      </Button>
      <Button kind="danger" size="large" icon="hangUp" onClick={declinePhone}>
        {words.decline}
      </Button>
    </span>
  );
}

function isInUse(focused: Element | null): boolean {
  return focused?.closest('input, textarea, select, dialog, [role="menu"]') != null;
}

/** For a phone that rings while the desk shows something else than its call. */
export function RingingBar() {
  return (
    <div class="ringing-bar panel" role="alert">
      <b>{phoneWords().rings}</b>
      <RingingButtons />
    </div>
  );
}
