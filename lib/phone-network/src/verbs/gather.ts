import { Interrupted } from '../legs/leg.ts';
import {
  next,
  type Scene,
  sourceAt,
  type VerbExecutor,
  warn,
  wholeNumber,
} from '../twiml/scene.ts';
import { elementsOf, type TwimlElement } from '../twiml/twiml-document.ts';
import { pauseVerb } from './pause.ts';
import { play } from './play.ts';
import { say } from './say.ts';

interface GatherRules {
  hearsKeys: boolean;
  timeoutMilliseconds: number;
  mostDigits: number;
  /** Empty: no key finishes. */
  finishOnKey: string;
}

interface Input {
  digits: string;
  finishedOnKey: string;
}

const prompts: Record<string, VerbExecutor> = { Say: say, Play: play, Pause: pauseVerb };
const nestedVerbError = 13320;
const longestTimeoutSeconds = 600;
const mostDigits = 1000;

/** Prompts, listens for keys, and takes what was pressed to `action`; without input the next verb runs. */
export const gather: VerbExecutor = async (verb, scene) => {
  const { action, method, actionOnEmptyResult } = verb.attributes;
  const { digits, finishedOnKey } = await listen(verb, scene);
  if (digits === '' && actionOnEmptyResult !== 'true') return next;
  const parameters = { Digits: digits, FinishedOnKey: finishedOnKey, msg: 'Gather End' };
  return { kind: 'goto', source: sourceAt(scene, { url: action, method, parameters }) };
};

function rulesOf({ attributes }: TwimlElement): GatherRules {
  const timeout = { fallback: 5, lowest: 1, highest: longestTimeoutSeconds };
  const digits = { fallback: mostDigits, lowest: 1, highest: mostDigits };
  return {
    hearsKeys: (attributes.input ?? 'dtmf').split(/\s+/).includes('dtmf'),
    timeoutMilliseconds: wholeNumber(attributes.timeout, timeout) * 1000,
    mostDigits: wholeNumber(attributes.numDigits, digits),
    finishOnKey: attributes.finishOnKey ?? '#',
  };
}

async function listen(verb: TwimlElement, scene: Scene): Promise<Input> {
  const { leg, signal, network } = scene;
  const rules = rulesOf(verb);
  const { promise, resolve, reject } = Promise.withResolvers<Input>();
  const speaking = new AbortController();
  let digits = '';
  let callOffTimeout = () => {};
  let stopPressing = () => {};
  const restartTimeout = () => {
    callOffTimeout();
    callOffTimeout = leg.after(rules.timeoutMilliseconds, () =>
      resolve({ digits, finishedOnKey: '' }),
    );
  };
  const hearKey = (key: string) => {
    speaking.abort(new Interrupted('redirected'));
    const isFinish = key === rules.finishOnKey;
    if (!isFinish) digits += key;
    if (isFinish) resolve({ digits, finishedOnKey: key });
    else if (digits.length >= rules.mostDigits) resolve({ digits, finishedOnKey: '' });
    else restartTimeout();
  };
  const stop = () => reject(signal.reason);
  if (rules.hearsKeys) leg.events.on('pressed', hearKey);
  signal.addEventListener('abort', stop, { once: true });
  const silence = AbortSignal.any([signal, speaking.signal]);
  speak(verb, { ...scene, signal: silence }).then(() => {
    restartTimeout();
    if (rules.hearsKeys) stopPressing = network.phones.pressWhatIsWanted(leg);
  }, ignoreInterruption(reject));
  return promise.finally(() => {
    leg.events.off('pressed', hearKey);
    signal.removeEventListener('abort', stop);
    callOffTimeout();
    stopPressing();
  });
}

async function speak(verb: TwimlElement, scene: Scene): Promise<void> {
  for (const element of elementsOf(verb)) {
    const prompt = prompts[element.name];
    if (prompt) await prompt(element, scene);
    else warn(scene, nestedVerbError, `${element.name} is not allowed in Gather`);
  }
}

function ignoreInterruption(reject: (reason: unknown) => void): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Interrupted)) reject(error);
  };
}
