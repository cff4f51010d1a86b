import { type Attempt, isCustomerGone, isReached } from '../../domain/attempt/attempt.ts';
import { toLocalTime } from '../../domain/basics/local-time.ts';
import { toE164 } from '../../domain/basics/phone-number.ts';
import { writeOfForm } from '../../domain/form/form-write.ts';
import {
  type KeypadTurn,
  type Pressed,
  placeOf,
  takeKeys,
} from '../../domain/phone/keypad-dialog.ts';
import {
  customersZone,
  dialogOf,
  type KeypadScene,
  listenerOf,
} from '../../domain/phone/keypad-scene.ts';
import {
  askForPromise,
  askStep,
  readBackStep,
  remarkOn,
  sentStep,
  tellStep,
} from '../../domain/phone/keypad-steps.ts';
import { textsOf } from '../../domain/phone/keypad-words.ts';
import type { Remark, VoiceStep } from '../../domain/phone/voice-step.ts';
import type { KeypadContext } from '../../domain/script/fields/keypad.ts';
import { promiseColumnOf, promiseOf } from '../../domain/script/fields/promise-fields.ts';
import { nextQuestion } from '../../domain/script/run/question.ts';
import { answersOf } from '../../domain/script/run/run-script.ts';
import type { OperatorWebhook } from '../call/find-attempt.ts';
import { type TellPorts, tellForm } from '../desk/notify-desks.ts';
import { aboutRow, readGateFacts } from '../gate/read-gate-facts.ts';
import { type FormPorts, findForm, type OpenForm, openForm } from './open-form.ts';
import { saveDraft } from './save-draft.ts';
import { type SubmitFormPorts, sendForm } from './submit-form.ts';

export type KeypadPorts = FormPorts & SubmitFormPorts & TellPorts;

const hangUp: VoiceStep = { kind: 'hang-up' };

/**
 * The customer is gone and the operator is still on the line: the keys of their phone lead through the
 * script, unless the form was opened on a screen.
 */
export async function beginByKeypad(
  ports: KeypadPorts,
  webhook: OperatorWebhook,
): Promise<VoiceStep> {
  const attempt = await talkOf(ports, webhook);
  const open = attempt && (await openForm(ports, { attempt, surface: 'keypad' }));
  const scene = open && (await sceneOf(ports, attempt, open));
  return scene === undefined ? hangUp : goOnAndTell(ports, scene);
}

/**
 * Keys were pressed where a question was asked, or nothing was. The same request again changes
 * nothing more and gets the same answer.
 */
export async function answerByKeypad(
  ports: KeypadPorts,
  { place, keys, ...webhook }: OperatorWebhook & Pressed,
): Promise<VoiceStep> {
  const attempt = await talkOf(ports, webhook);
  const open = attempt && (await findForm(ports, attempt));
  const scene = open && (await sceneOf(ports, attempt, open));
  if (scene === undefined) return hangUp;
  const { sentAt, revision } = scene.form;
  if (sentAt !== undefined || revision !== place.revision) return goOn(ports, scene);
  const turn = takeKeys(dialogOf(scene), { place, keys }, contextOf(ports, scene));
  return turn === undefined ? goOn(ports, scene) : follow(ports, scene, turn);
}

/** The attempt, if it is the operator's own leg that asks, and the talk is over. */
async function talkOf(
  { attempts }: KeypadPorts,
  { attempt: id, callSid }: OperatorWebhook,
): Promise<Attempt | undefined> {
  const attempt = await attempts.get(id);
  if (attempt?.facts.operatorCreated?.sid !== callSid) return undefined;
  return isCustomerGone(attempt) && isReached(attempt) ? attempt : undefined;
}

async function sceneOf(
  { directory, rows }: KeypadPorts,
  attempt: Attempt,
  { form, script }: OpenForm,
): Promise<KeypadScene | undefined> {
  if (form.surface !== 'keypad') return undefined;
  const [task, row] = await Promise.all([directory.task(attempt.row.task), rows.get(attempt.row)]);
  return task && { attempt, task, form, script, row };
}

/** The operator's desks and supervisors' see how far the form has come; they are told when it is there to see. */
async function goOnAndTell(ports: KeypadPorts, scene: KeypadScene): Promise<VoiceStep> {
  const step = await goOn(ports, scene);
  const { attempt, form } = scene;
  await tellForm(ports, { attempt, revision: form.revision });
  return step;
}

/** What the form as it is stored leads to: its next question, or its end. */
async function goOn(ports: KeypadPorts, scene: KeypadScene): Promise<VoiceStep> {
  const { form } = scene;
  const next = nextQuestion(dialogOf(scene));
  const before = textsOf(next.preamble, listenerOf(scene));
  if (form.sentAt !== undefined) return sentStep(scene, { before, now: ports.clock.now() });
  if (next.kind === 'end') return send(ports, scene, before);
  return askStep(scene, next, { place: placeOf(next, form.revision), before });
}

async function follow(
  ports: KeypadPorts,
  scene: KeypadScene,
  turn: KeypadTurn,
): Promise<VoiceStep> {
  switch (turn.kind) {
    case 'ask': {
      const { open, place, problem } = turn;
      if (problem === undefined) return askStep(scene, open, { place });
      return askStep(scene, open, { place, remark: { kind: 'answer', problem } });
    }
    case 'read-back':
      return readBackStep(scene, turn);
    case 'decided':
      return keep(ports, scene, turn);
    case 'given-up':
      ports.journal.note('keypad dialog given up', { attempt: scene.attempt.id });
      return tellStep(scene, 'given-up');
    default:
      return turn satisfies never;
  }
}

type Decided = KeypadTurn & { kind: 'decided' };

/** A promise that may not be is said at once; the form is not changed by it. */
async function keep(ports: KeypadPorts, scene: KeypadScene, decided: Decided): Promise<VoiceStep> {
  const { run } = decided;
  const remark = await objectionTo(ports, scene, decided);
  if (remark !== undefined) return askForPromise(scene, run, remark);
  const { attempt, form } = scene;
  const draft = { attempt: attempt.id, revision: form.revision, run, at: ports.clock.now() };
  const kept = await saveDraft(ports, draft);
  if (kept.kind === 'not-open') return hangUp;
  return goOnAndTell(ports, { ...scene, form: kept.form });
}

/** What stands against the promise that the answer made, if it made one. A date waits for its time. */
async function objectionTo(
  ports: KeypadPorts,
  scene: KeypadScene,
  { run, field }: Decided,
): Promise<Remark | undefined> {
  const { script, row, task, attempt } = scene;
  const answers = answersOf({ script, run });
  const isPromising = ['callaftermin', 'time_callback'].includes(promiseColumnOf(field) ?? '');
  if (!isPromising || row === undefined || promiseOf(script, answers) === undefined)
    return undefined;
  const facts = await readGateFacts(
    ports,
    aboutRow({ key: attempt.row, columns: row.columns }, task),
  );
  const now = ports.clock.now();
  const write = writeOfForm({ script, answers, row, task, sentAt: now, now, facts });
  return write.kind === 'refused' ? remarkOn(write.verdict, scene, now) : undefined;
}

async function send(ports: KeypadPorts, scene: KeypadScene, before: string[]): Promise<VoiceStep> {
  const { operator } = scene.attempt;
  const { run } = scene.form;
  const sent = await sendForm(ports, { ...scene, run, by: operator.id ?? operator.address });
  const now = ports.clock.now();
  switch (sent.kind) {
    case 'sent':
      return sentStep({ ...scene, form: sent.form }, { before, now });
    case 'no-promise':
      return askForPromise(scene, run, remarkOn(sent.verdict, scene, now));
    default:
      return tellStep(scene, 'not-kept');
  }
}

function contextOf({ clock }: KeypadPorts, scene: KeypadScene): KeypadContext {
  const { country } = scene.task;
  return {
    today: toLocalTime(clock.now(), customersZone(scene)).date,
    isPhone: (text) => toE164(text, country) !== undefined,
  };
}
