import { useRef, useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { isPlacing, placeCall } from '../calls/state/place-call.ts';
import { deskWords } from '../desk-words.ts';
import { KeyPad } from '../phone/key-pad.tsx';
import { takeDialWish } from './dial-wish.ts';

/** Calls any number, for the operator's current task. */
export function DialBox() {
  const words = deskWords();
  const [wished] = useState(takeDialWish);
  const [number, setNumber] = useState(wished);
  const input = useRef<HTMLInputElement>(null);
  const dial = async (event: Event) => {
    event.preventDefault();
    if (number.trim().length > 1 && (await placeCall({ tel: number.trim() }))) setNumber('');
  };
  return (
    <details
      class="panel dial"
      open={wished !== ''}
      onToggle={(event) => event.currentTarget.open && input.current?.focus()}
    >
      <summary>
        <Icon name="keys" />
        {words.dial}
        <Icon name="down" />
      </summary>
      <form onSubmit={dial}>
        <div class="dial-number">
          <input
            ref={input}
            class="input numbers"
            type="tel"
            aria-label={words.dialHint}
            placeholder="+44 …"
            value={number}
            onInput={(event) => setNumber(event.currentTarget.value)}
          />
          <Button
            kind="bare"
            icon="backspace"
            label={words.erase}
            onClick={() => setNumber(number.slice(0, -1))}
          />
        </div>
        <KeyPad onKey={(key) => setNumber(number + key)} />
        <Button kind="primary" type="submit" icon="handset" busy={isPlacing.value}>
          {isPlacing.value ? words.calling : words.call}
        </Button>
      </form>
    </details>
  );
}
