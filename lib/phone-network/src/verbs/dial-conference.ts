import { unlessAborted } from '../base/clock.ts';
import type { Music, Participant } from '../conferences/conference.ts';
import { absoluteUrl, type Scene, wholeNumber } from '../twiml/scene.ts';
import { elementsOf, type TwimlElement, textOf } from '../twiml/twiml-document.ts';

/** The conference that a Dial joins instead of ringing somebody. */
export function conferenceOf(verb: TwimlElement): TwimlElement | undefined {
  return elementsOf(verb).find(({ name }) => name === 'Conference');
}

/**
 * The leg is in the conference until that ends, it is taken out, or goes by itself.
 * https://www.twilio.com/docs/voice/twiml/conference
 */
export async function joinConference(
  noun: TwimlElement,
  verb: TwimlElement,
  scene: Scene,
): Promise<void> {
  const { leg, network, signal } = scene;
  leg.answer();
  const conference = network.conferences.open(textOf(noun));
  const { promise: out, resolve: onOut } = Promise.withResolvers<void>();
  const participant = participantOf(noun, scene, onOut);
  const leave = () => conference.leave(participant, 'left');
  const forget = watchExits(verb, scene, leave);
  conference.join(participant);
  try {
    await unlessAborted(out, signal);
  } finally {
    forget();
    leave();
  }
}

/** `*` where the Dial says so, and the Dial's time limit. */
function watchExits({ attributes }: TwimlElement, { leg }: Scene, leave: () => void): () => void {
  const limit = { fallback: 14_400, lowest: 1, highest: 14_400 };
  const callOff = leg.after(wholeNumber(attributes.timeLimit, limit) * 1000, leave);
  const hearKey = (key: string) => {
    if (key === '*' && attributes.hangupOnStar === 'true') leave();
  };
  leg.events.on('pressed', hearKey);
  return () => {
    callOff();
    leg.events.off('pressed', hearKey);
  };
}

function participantOf(noun: TwimlElement, scene: Scene, onOut: () => void): Participant {
  const { attributes } = noun;
  return {
    leg: scene.leg,
    label: attributes.participantLabel ?? null,
    startsConference: attributes.startConferenceOnEnter !== 'false',
    endsConference: attributes.endConferenceOnExit === 'true',
    waitMusic: waitMusicOf(noun, scene),
    beep: beepOf(attributes.beep),
    isMuted: attributes.muted === 'true',
    holdMusic: null,
    onOut,
  };
}

/** Without a `waitUrl` it is Twilio's own music; an empty one is silence. */
function waitMusicOf({ attributes }: TwimlElement, scene: Scene): Music {
  const { waitUrl, waitMethod } = attributes;
  if (waitUrl === undefined) return 'usual';
  if (waitUrl === '') return 'silence';
  const method = waitMethod?.toUpperCase() === 'GET' ? 'GET' : 'POST';
  return { url: absoluteUrl(scene, waitUrl), method };
}

function beepOf(given = 'true'): Participant['beep'] {
  return given === 'false' || given === 'onEnter' || given === 'onExit' ? given : 'true';
}
