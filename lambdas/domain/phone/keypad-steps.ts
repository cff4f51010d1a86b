import type { Instant } from '../basics/instant.ts';
import { toLocalTime } from '../basics/local-time.ts';
import type { UnkeptPromise } from '../form/form-promise.ts';
import type { SpokenField } from '../script/fields/keypad.ts';
import { spokenValue } from '../script/fields/spoken-value.ts';
import { nextQuestion } from '../script/run/question.ts';
import type { Run, Value } from '../script/script.ts';
import { taskZone } from '../task/task-zone.ts';
import { type OpenQuestion, placeOf } from './keypad-dialog.ts';
import type { KeypadPlace } from './keypad-place.ts';
import { customersZone, dialogOf, type KeypadScene, listenerOf } from './keypad-scene.ts';
import { spokenQuestion } from './keypad-words.ts';
import { promiseVisit, reopenPromise } from './reopen-promise.ts';
import {
  type Message,
  type Remark,
  type SpokenMoment,
  spokenLanguageOf,
  type VoiceStep,
} from './voice-step.ts';

/** What is spoken at each turn of a script on the telephone's keys. */

export interface Asking {
  place: KeypadPlace;
  /** Spoken before the question. */
  before?: string[];
  remark?: Remark;
}

export function askStep(
  scene: KeypadScene,
  open: OpenQuestion,
  { before = [], ...asking }: Asking,
): VoiceStep {
  const question = spokenQuestion(open, scene.script, listenerOf(scene));
  return {
    kind: 'ask-question',
    ...asking,
    before,
    question,
    tongue: spokenLanguageOf(scene.task),
  };
}

/** A promise that may not be: the questions that made it come again, with the reason. */
export function askForPromise(scene: KeypadScene, promising: Run, remark: Remark): VoiceStep {
  const { script, form } = scene;
  const visit = promiseVisit({ script, run: promising });
  if (visit === undefined) return tellStep(scene, 'not-kept');
  const next = nextQuestion({ script, run: reopenPromise(dialogOf(scene), visit) });
  if (next.kind === 'end') return tellStep(scene, 'not-kept');
  const place: KeypadPlace = { ...placeOf(next, form.revision), again: true };
  return askStep(scene, next, { place, remark });
}

export function readBackStep(
  { task }: KeypadScene,
  { field, value, place }: { field: SpokenField; value: Value; place: KeypadPlace },
): VoiceStep {
  const spoken = spokenValue(field, value, task.language);
  return { kind: 'read-back', place, value: spoken, tongue: spokenLanguageOf(task) };
}

/** The form of the scene is sent. */
export function sentStep(
  scene: KeypadScene,
  { before, now }: { before: string[]; now: Instant },
): VoiceStep {
  const { task, form } = scene;
  const { promisedFor: at } = form;
  const tongue = spokenLanguageOf(task);
  if (at === undefined) return { kind: 'form-sent', before, tongue };
  const moment = momentIn(scene, at, now);
  const isElsewhere = toLocalTime(at, moment.zone).time !== toLocalTime(at, taskZone(task)).time;
  return { kind: 'form-sent', before, promised: { ...moment, isElsewhere }, tongue };
}

export function tellStep({ task }: KeypadScene, message: Message): VoiceStep {
  return { kind: 'tell', message, tongue: spokenLanguageOf(task) };
}

/** Why what was promised may not be. */
export function remarkOn(verdict: UnkeptPromise, scene: KeypadScene, now: Instant): Remark {
  switch (verdict.kind) {
    case 'barred-then': {
      const promised = momentIn(scene, verdict.dueAt, now);
      if (verdict.nextAt === undefined) return { kind: 'not-then', promised };
      return { kind: 'not-then', promised, nextAt: momentIn(scene, verdict.nextAt, now) };
    }
    case 'past':
      return { kind: 'past' };
    case 'barred':
      return { kind: 'never' };
    case 'senseless':
      return { kind: 'not-possible' };
    default:
      return verdict satisfies never;
  }
}

function momentIn(scene: KeypadScene, at: Instant, now: Instant): SpokenMoment {
  const zone = customersZone(scene);
  return { at, zone, isToday: toLocalTime(at, zone).date === toLocalTime(now, zone).date };
}
