import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';

export interface MenuItem {
  key: string;
  label: ComponentChildren;
  icon?: IconName;
  /** For one of several: whether it is the chosen one. */
  checked?: boolean;
  onChoose: () => void;
}

export interface MenuProps {
  /** What the button opens, for those who hear it. */
  label: string;
  /** What the button shows. */
  button: ComponentChildren;
  items: readonly MenuItem[];
  align?: 'start';
  kind?: 'quiet' | 'bare';
  /** The key that opens it, as it is shown. */
  keys?: string;
}

/** A button that opens a list of actions or choices. */
export function Menu({ label, button, items, align, keys, kind = 'quiet' }: MenuProps) {
  const { ref, open, setOpen, close } = useOpenList();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') close();
    if (moveFocus(ref.current, event.key)) event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys go from entry to entry
    <div class="menu" ref={ref} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="button"
        data-kind={kind}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        title={keys ? `${label} (${keys})` : label}
        aria-keyshortcuts={keys}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div class="menu-list" role="menu" aria-label={label} data-align={align}>
          {items.map((item) => (
            <Item key={item.key} item={item} close={close} />
          ))}
        </div>
      )}
    </div>
  );
}

/** The list closes when something outside of it is touched or has the focus. */
function useOpenList() {
  const [open, setOpen] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    itemsOf(ref.current)[0]?.focus();
    const closeOutside = (event: Event) => {
      if (!ref.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    ref.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  };
  return { ref, open, setOpen, close };
}

function Item({ item, close }: { item: MenuItem; close: () => void }) {
  const choose = () => {
    close();
    item.onChoose();
  };
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: an entry that may be checked is a radio
    <button
      type="button"
      role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={item.checked}
      onClick={choose}
    >
      {item.icon && <Icon name={item.icon} />}
      <span>{item.label}</span>
      {item.checked && <Icon name="check" />}
    </button>
  );
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

function moveFocus(menu: HTMLElement | null, key: string): boolean {
  const items = itemsOf(menu);
  const index = items.indexOf(document.activeElement as HTMLElement);
  const target = {
    ArrowDown: (index + 1) % items.length,
    ArrowUp: (index - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }[key];
  if (target === undefined) return false;
  items[target]?.focus();
  return true;
}
