import type { ComponentChildren } from 'preact';
import type { Tone } from '../words/tone.ts';
import { Icon, type IconName } from './icon.tsx';

export interface ChipProps {
  tone?: Tone;
  dot?: boolean;
  icon?: IconName;
  children: ComponentChildren;
}

/** A state in a word or two. */
export function Chip({ tone = 'plain', dot, icon, children }: ChipProps) {
  return (
    <span class="chip" data-tone={tone} data-dot={dot ? '' : undefined}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
