import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  /** primary: the one thing to do here · danger: ends or removes · quiet: the others · bare: tools */
  kind?: 'primary' | 'danger' | 'quiet' | 'bare';
  size?: 'small' | 'large';
  icon?: IconName;
  /** What it does, where the icon stands alone; else what it does in more words. */
  label?: string;
  /** Turns, and takes no second click, while what it began is on its way. */
  busy?: boolean;
  disabled?: boolean;
  pressed?: boolean;
  /** The keys that do the same, as they are shown: `Alt+1`. */
  keys?: string;
  type?: 'button' | 'submit';
  onClick?: (event: MouseEvent) => void;
  children?: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const { kind = 'quiet', size, icon, label, busy, disabled, pressed, keys, children } = props;
  return (
    <button
      type={props.type ?? 'button'}
      class={children === undefined ? 'button only-icon' : 'button'}
      data-kind={kind}
      data-size={size}
      aria-label={label}
      title={keys ? [label, `(${keys})`].filter(Boolean).join(' ') : label}
      aria-keyshortcuts={keys}
      aria-busy={busy}
      aria-pressed={pressed}
      disabled={disabled || busy}
      onClick={props.onClick}
    >
      {icon && !busy && <Icon name={icon} />}
      {children}
    </button>
  );
}
