import type { RecordingNotice } from '../../../domain/phone/voice-step.ts';
import { phrases } from '../phrases/phrases.ts';
import { type NextUrls, say, speakable, type Twiml, twiml } from './twiml.ts';

/**
 * Of a Dial that is recorded: both legs, each in a channel of its own, from the answer on. That it is
 * ready is told, and that there is none. https://www.twilio.com/docs/voice/twiml/dial#record
 */
export function recordingAttributes(isRecorded: boolean, urls: NextUrls): Twiml | '' {
  if (!isRecorded) return '';
  const news = urls.ofAttempt('/events/recording');
  return twiml` record="record-from-answer-dual" recordingStatusCallback="${news}" recordingStatusCallbackMethod="POST" recordingStatusCallbackEvent="completed absent"`;
}

const longestNotice = 300;

export function sayNotice({ words, tongue }: RecordingNotice): Twiml {
  const { recordingNotice } = phrases[tongue.language];
  return say(speakable(words, longestNotice) ?? recordingNotice, tongue);
}
