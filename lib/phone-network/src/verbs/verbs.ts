import type { VerbExecutor } from '../twiml/scene.ts';
import { dial } from './dial.ts';
import { gather } from './gather.ts';
import { hangup } from './hangup.ts';
import { pauseVerb } from './pause.ts';
import { play } from './play.ts';
import { redirect } from './redirect.ts';
import { reject } from './reject.ts';
import { say } from './say.ts';

interface Verb {
  execute: VerbExecutor;
  /** Picks up a call that came in. Dial decides for itself. */
  answers: boolean;
  /** Allowed on a callee before both sides are connected. */
  whispers: boolean;
  /** Allowed in what is heard while waiting in a conference or on hold. */
  isMusic?: true;
}

/** Every verb that the network speaks, by its exact name: TwiML is case-sensitive. */
const byName: Record<string, Verb> = {
  Say: { execute: say, answers: true, whispers: true, isMusic: true },
  Play: { execute: play, answers: true, whispers: true, isMusic: true },
  Gather: { execute: gather, answers: true, whispers: true },
  Pause: { execute: pauseVerb, answers: false, whispers: false, isMusic: true },
  Dial: { execute: dial, answers: false, whispers: false },
  Redirect: { execute: redirect, answers: false, whispers: false, isMusic: true },
  Reject: { execute: reject, answers: false, whispers: false },
  Hangup: { execute: hangup, answers: true, whispers: true },
};

export const verbs: ReadonlyMap<string, Verb> = new Map(Object.entries(byName));
