import type { AttemptView } from '../../contract/calls.ts';
import { type Outcome, outcomes } from '../../domain/attempt/outcomes.ts';
import type { Tone } from './tone.ts';

export function outcomeTone(outcome: Outcome | undefined): Tone {
  return outcome === undefined ? 'info' : (outcomes[outcome]?.tone ?? 'plain');
}

export const callStateTones: Record<AttemptView['state'], Tone> = {
  connecting: 'plain',
  ringing: 'wait',
  waiting: 'info',
  dialling: 'wait',
  talking: 'good',
  over: 'plain',
};
