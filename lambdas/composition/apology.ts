import { renderStep } from '../adapters/twilio/twiml/render-step.ts';
import type { Language } from '../domain/basics/language.ts';

/** What a phone hears when the call flow failed: a sentence, and the end. */
export function apology(language: Language): string {
  const goesNowhere = () => '';
  return renderStep(
    { kind: 'tell', message: 'trouble', tongue: { language } },
    { ofAttempt: goesNowhere, withState: goesNowhere },
  );
}
