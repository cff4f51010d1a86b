import { signal } from '@preact/signals';
import { Button } from './button.tsx';
import { partWords } from './part-words.ts';

interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'bad';
  /** What may be done about it, once. */
  action?: ToastAction | undefined;
}

export interface ToastAction {
  label: string;
  run: () => void;
}

const toasts = signal<Toast[]>([]);
const goodMilliseconds = 5000;
const badMilliseconds = 12_000;
/** Who regrets something needs to read what it was. */
const actionMilliseconds = 30_000;
let lastId = 0;

/** Tells readers what became of what they did. */
export function toast(text: string, tone: Toast['tone'] = 'good', action?: ToastAction): void {
  const id = ++lastId;
  toasts.value = [
    ...toasts.value.filter((it) => it.text !== text).slice(-3),
    { id, text, tone, action },
  ];
  const shown = tone === 'good' ? goodMilliseconds : badMilliseconds;
  setTimeout(() => remove(id), action === undefined ? shown : actionMilliseconds);
}

function remove(id: number): void {
  toasts.value = toasts.value.filter((it) => it.id !== id);
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map(({ id, text, tone, action }) => (
        <div key={id} class="toast" data-tone={tone}>
          <p>{text}</p>
          {action && <ActionButton id={id} action={action} />}
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

function ActionButton({ id, action }: { id: number; action: ToastAction }) {
  const run = () => {
    remove(id);
    action.run();
  };
  return (
    <Button size="small" onClick={run}>
      {action.label}
    </Button>
  );
}
