import { signal } from '@preact/signals';
import { Button } from './button.tsx';
import { partWords } from './part-words.ts';

interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'bad';
}

const toasts = signal<Toast[]>([]);
const goodMilliseconds = 5000;
const badMilliseconds = 12_000;
let lastId = 0;

/** Tells readers what became of what they did. */
export function toast(text: string, tone: Toast['tone'] = 'good'): void {
  const id = ++lastId;
  toasts.value = [...toasts.value.filter((it) => it.text !== text).slice(-3), { id, text, tone }];
  setTimeout(() => remove(id), tone === 'good' ? goodMilliseconds : badMilliseconds);
}

function remove(id: number): void {
  toasts.value = toasts.value.filter((it) => it.id !== id);
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map(({ id, text, tone }) => (
        <div key={id} class="toast" data-tone={tone}>
          <p>{text}</p>
          <Button
            kind="bare"
            size="small"
            icon="close"
            label={partWords().close}
            onClick={() => remove(id)}
          />
        </div>
      ))}
    </div>
  );
}
