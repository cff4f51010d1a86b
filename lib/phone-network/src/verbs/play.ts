import { pause } from '../base/clock.ts';
import { absoluteUrl, next, type VerbExecutor, wholeNumber } from '../twiml/scene.ts';
import { textOf } from '../twiml/twiml-document.ts';

const mostLoops = 1000;
const shortestEndlessLoop = 1000;

/** Nothing is downloaded: a sound is a line in the transcript that takes its time. */
export const play: VerbExecutor = async (verb, scene) => {
  const sound = soundOf(verb.attributes.digits, textOf(verb));
  if (sound === '') return next;
  if (sound === textOf(verb) && !sound.startsWith('audio/')) absoluteUrl(scene, sound);
  const loops = wholeNumber(verb.attributes.loop, { fallback: 1, lowest: 0, highest: mostLoops });
  const { playMilliseconds } = scene.network.settings;
  const duration = loops === 0 ? Math.max(playMilliseconds, shortestEndlessLoop) : playMilliseconds;
  for (let loop = 0; loops === 0 || loop < loops; loop += 1) {
    scene.leg.hear('played', sound);
    await pause(scene.network.clock, duration, scene.signal);
  }
  return next;
};

function soundOf(digits: string | undefined, url: string): string {
  return digits ? `keys ${digits}` : url;
}
