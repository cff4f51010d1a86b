import { renderStep } from '../adapters/twilio/render-step.ts';
import type { Tongue } from '../domain/voice-step.ts';

/** What a phone hears when the call flow failed: a sentence, and the end. */
export function apology(language: Tongue['language']): string {
  const goesNowhere = () => '';
  return renderStep(
    { kind: 'tell', message: 'trouble', tongue: { language } },
    { ofAttempt: goesNowhere, withState: goesNowhere },
  );
}
