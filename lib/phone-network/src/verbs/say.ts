import { pause } from '../base/clock.ts';
import { next, type Scene, type VerbExecutor, wholeNumber } from '../twiml/scene.ts';
import { textOf } from '../twiml/twiml-document.ts';

const mostLoops = 1000;
/** Speech without end still has to let time pass. */
const shortestEndlessLoop = 1000;

export const say: VerbExecutor = async (verb, scene) => {
  const text = textOf(verb);
  if (text === '') return next;
  const loops = wholeNumber(verb.attributes.loop, { fallback: 1, lowest: 0, highest: mostLoops });
  const milliseconds = speechMilliseconds(text, scene);
  for (let loop = 0; loops === 0 || loop < loops; loop += 1) {
    scene.leg.hear('said', text);
    const duration = loops === 0 ? Math.max(milliseconds, shortestEndlessLoop) : milliseconds;
    await pause(scene.network.clock, duration, scene.signal);
  }
  return next;
};

function speechMilliseconds(text: string, { network }: Scene): number {
  const { sayMillisecondsPerCharacter, sayLongestMilliseconds } = network.settings;
  return Math.min(text.length * sayMillisecondsPerCharacter, sayLongestMilliseconds);
}
