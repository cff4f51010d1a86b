import type { ComponentChildren } from 'preact';
import { Icon } from '../parts/icon.tsx';

export interface PageHeadProps {
  title: ComponentChildren;
  /** A line below the title. */
  note?: ComponentChildren;
  /** Where the arrow before the title leads, and what that is. */
  back?: { href: string; label: string };
  /** Filters and buttons at its end. */
  children?: ComponentChildren;
}

export function PageHead({ title, note, back, children }: PageHeadProps) {
  return (
    <header class="page-head">
      {back && (
        <a class="button only-icon" data-kind="bare" href={back.href} aria-label={back.label}>
          <Icon name="left" />
        </a>
      )}
      <div class="page-title">
        <h2>{title}</h2>
        {note && <p class="soft">{note}</p>}
      </div>
      {children && <div class="page-tools">{children}</div>}
    </header>
  );
}
