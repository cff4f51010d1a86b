import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { partWords } from './part-words.ts';

export interface DialogProps {
  title: string;
  /** Escape, the cross and a click beside it close it. */
  onClose: () => void;
  size?: 'wide';
  /** The buttons at its foot. */
  actions?: ComponentChildren;
  /** Enter in a field does what the foot's submit button does. */
  onSubmit?: () => void;
  children: ComponentChildren;
}

/** Modal while it is rendered. */
export function Dialog({ title, onClose, size, actions, onSubmit, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    ref.current?.showModal();
    // After the dialog is gone: while it stands, nothing beside it takes the focus.
    return () => void requestAnimationFrame(() => before?.focus());
  }, []);
  const closeBeside = (event: MouseEvent) => {
    if (event.target === ref.current) onClose();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit?.();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does it by keyboard
    <dialog
      ref={ref}
      class="dialog"
      data-size={size}
      aria-labelledby={id}
      onClose={onClose}
      onClick={closeBeside}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <Button kind="bare" icon="close" label={partWords().close} onClick={onClose} />
      </header>
      <form onSubmit={submit} noValidate>
        <div class="dialog-body">{children}</div>
        {actions && <div class="dialog-actions">{actions}</div>}
      </form>
    </dialog>
  );
}
