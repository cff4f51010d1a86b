import { pause } from '../base/clock.ts';
import { next, type VerbExecutor, wholeNumber } from '../twiml/scene.ts';

const longestSeconds = 14_400;

/** Lasts exactly its length. */
export const pauseVerb: VerbExecutor = async (verb, scene) => {
  const seconds = wholeNumber(verb.attributes.length, {
    fallback: 1,
    lowest: 0,
    highest: longestSeconds,
  });
  await pause(scene.network.clock, seconds * 1000, scene.signal);
  return next;
};
