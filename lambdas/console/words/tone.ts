import type { OutcomeTone } from '../../domain/attempt/outcomes.ts';

/** How a word is coloured: by what it means for whoever reads it. */
export type Tone = OutcomeTone | 'info' | 'plain';
