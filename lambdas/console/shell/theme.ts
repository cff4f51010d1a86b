import { effect } from '@preact/signals';
import { remembered } from '../browser/remembered.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** `auto` follows the system. */
export const theme = remembered<Theme>('theme', themes, 'auto');

effect(() => {
  const { dataset } = document.documentElement;
  if (theme.value === 'auto') delete dataset.theme;
  else dataset.theme = theme.value;
});
