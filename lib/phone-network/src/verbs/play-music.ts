import type { Music } from '../conferences/conference.ts';
import type { Leg } from '../legs/leg.ts';
import type { TwimlSource } from '../legs/leg-record.ts';
import { type NetworkParts, type Scene, warn } from '../twiml/scene.ts';
import { TwimlError } from '../twiml/twiml-error.ts';
import { performMusic } from './perform-twiml.ts';

/** What Twilio plays where nothing else is asked for; that it is the same on hold is assumed. */
const usualMusic = 'http://twimlets.com/holdmusic?Bucket=com.twilio.music.classical';

/**
 * Lets a leg hear music until the signal comes. Who waits for a conference and whose `waitUrl` fails is not let in:
 * their Dial is over (https://www.twilio.com/docs/voice/twiml/conference#attributes-waiturl). That who is on hold
 * hears nothing then is assumed.
 */
export function playMusic(
  network: NetworkParts,
  leg: Leg,
  music: Music,
  signal: AbortSignal,
): void {
  const source = sourceOf(music);
  if (source === undefined) return;
  const scene: Scene = { network, leg, signal, source, within: 'music' };
  performMusic(scene).catch((error: unknown) => {
    if (signal.aborted) return;
    if (!(error instanceof TwimlError)) throw error;
    warn(scene, error.code, error.message);
    network.conferences.dropWaiting(leg);
  });
}

/** As with `<Play>`, a sound is not downloaded: what ends like one is taken for one. */
function sourceOf(music: Music): TwimlSource | undefined {
  if (music === 'silence') return undefined;
  if (music === 'usual') return soundFile(usualMusic);
  return /\.(mp3|wav|ulaw|aiff?|gsm)$/i.test(music.url) ? soundFile(music.url) : music;
}

function soundFile(url: string): TwimlSource {
  const text = url.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return { twiml: `<Response><Play>${text}</Play></Response>` };
}
