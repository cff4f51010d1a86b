import { pause } from '../base/clock.ts';
import { Interrupted, type Leg } from '../legs/leg.ts';
import type { TwimlSource } from '../legs/leg-record.ts';
import { fetchTwiml } from '../twiml/fetch-twiml.ts';
import { passedOver } from '../twiml/played-elements.ts';
import { type NetworkParts, type Scene, type Step, warn } from '../twiml/scene.ts';
import { TwimlError, twimlErrors } from '../twiml/twiml-error.ts';
import { verbs } from './verbs.ts';

const apology = 'We are sorry, an application error has occurred. Goodbye.';

/** Starts TwiML on a leg in place of what runs there, and hangs up when it is through. */
export function startTwiml(network: NetworkParts, leg: Leg, source: TwimlSource): void {
  const signal = leg.startScript();
  performTwiml({ network, leg, signal, source, within: 'call' }).then(
    () => leg.hangUp(),
    (error: unknown) => {
      if (!(error instanceof Interrupted)) throw error;
    },
  );
}

/** Runs a callee's whisper; true when the callee may be connected, false when it was hung up. */
export async function performWhisper(
  network: NetworkParts,
  leg: Leg,
  source: TwimlSource,
): Promise<boolean> {
  const signal = leg.startScript();
  try {
    const ending = await performTwiml({ network, leg, signal, source, within: 'whisper' });
    if (ending.kind === 'next') return true;
    leg.hangUp();
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  }
  return false;
}

const shortestRoundMilliseconds = 1000;

/**
 * What is heard while one waits in a conference or is on hold, over and over until the signal comes. Rejects with a
 * TwimlError for what cannot be fetched or played.
 */
export async function performMusic(first: Scene): Promise<never> {
  const { clock } = first.network;
  let { source } = first;
  for (;;) {
    const endsAt = clock.now() + shortestRoundMilliseconds;
    const step = await performDocument({ ...first, source });
    source = step.kind === 'goto' ? step.source : first.source;
    // a document without sound still has to let time pass
    await pause(clock, Math.max(endsAt - clock.now(), 0), first.signal);
  }
}

/** From document to document, until one lets the leg go. Rejects with Interrupted. */
async function performTwiml(first: Scene): Promise<Step> {
  let scene = first;
  let isFallback = false;
  for (;;) {
    try {
      const step = await performDocument(scene);
      if (step.kind !== 'goto') return step;
      scene = { ...scene, source: step.source };
      isFallback = false;
    } catch (error) {
      if (!(error instanceof TwimlError)) throw error;
      warn(scene, error.code, error.message);
      const { fallback } = scene.leg;
      if (!fallback || isFallback) return apologise(scene);
      scene = { ...scene, source: { ...fallback, parameters: errorParameters(scene, error) } };
      isFallback = true;
    }
  }
}

async function performDocument(scene: Scene): Promise<Step> {
  for (const element of await fetchTwiml(scene, scene.source)) {
    const verb = verbs.get(element.name);
    for (const it of passedOver(element))
      warn(scene, twimlErrors.unknownVerb, `${it} is not played`);
    if (verb && mayPerform(element.name, scene)) {
      if (verb.answers) scene.leg.answer();
      const step = await verb.execute(element, scene);
      if (step.kind !== 'next') return step;
    }
  }
  return { kind: 'next' };
}

/** A callee before both sides are connected, and who waits or is on hold, may hear only the verbs that Twilio allows there. */
function mayPerform(name: string, scene: Scene): boolean {
  const verb = verbs.get(name);
  if (scene.within === 'call') return true;
  if (scene.within === 'music') return verb?.isMusic ?? refuseInMusic(name, scene);
  if (verb?.whispers) return true;
  if (name === 'Dial') throw new TwimlError(twimlErrors.whisperDial, 'Dial inside a whisper');
  warn(scene, twimlErrors.unknownVerb, `${name} is not allowed in a whisper`);
  return false;
}

function refuseInMusic(name: string, scene: Scene): false {
  warn(scene, twimlErrors.conferenceMusic, `${name} is not allowed while one waits or is on hold`);
  return false;
}

function apologise({ leg }: Scene): Step {
  leg.answer();
  leg.hear('said', apology);
  return { kind: 'hang-up' };
}

function errorParameters({ source }: Scene, error: TwimlError): Record<string, string> {
  return { ErrorCode: String(error.code), ...('url' in source && { ErrorUrl: source.url }) };
}
