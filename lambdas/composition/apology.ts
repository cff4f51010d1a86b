import { renderStep } from '../adapters/twilio/twiml/render-step.ts';
import type { SpokenLanguage } from '../domain/phone/voice-step.ts';

/** What a phone hears when the call flow failed: a sentence, and the end. */
export function apology(language: SpokenLanguage['language']): string {
  const goesNowhere = () => '';
  return renderStep(
    { kind: 'tell', message: 'trouble', tongue: { language } },
    { ofAttempt: goesNowhere, withState: goesNowhere },
  );
}
