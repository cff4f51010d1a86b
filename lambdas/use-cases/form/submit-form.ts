import type { Attempt } from '../../domain/attempt/attempt.ts';
import { type Instant, minute } from '../../domain/basics/instant.ts';
import { toE164 } from '../../domain/basics/phone-number.ts';
import { type Form, formerOf, mayCorrect, type SentForm } from '../../domain/form/form.ts';
import type { UnkeptPromise } from '../../domain/form/form-promise.ts';
import { writeOfForm } from '../../domain/form/form-write.ts';
import type { ColumnChange } from '../../domain/order/row-change.ts';
import { noOf } from '../../domain/script/fields/do-not-call-field.ts';
import type { FieldProblem } from '../../domain/script/fields/field-problem.ts';
import { promiseOf } from '../../domain/script/fields/promise-fields.ts';
import { saysVoicemail } from '../../domain/script/fields/voicemail-field.ts';
import { replayRun } from '../../domain/script/run/replay-run.ts';
import { answersOf, positionOf } from '../../domain/script/run/run-script.ts';
import type { Answers, Run, StoredScript } from '../../domain/script/script.ts';
import type { Task } from '../../domain/task/task.ts';
import { taskZone } from '../../domain/task/task-zone.ts';
import type { Scripts } from '../../ports/people/scripts.ts';
import type { Ports } from '../../ports/ports.ts';
import type { FormSubmission, Forms, Submitted } from '../../ports/records/forms.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { freeAfterForm } from '../call/free-after-form.ts';
import { type NotePorts, noteVoicemail } from '../call/mark-voicemail.ts';
import { aboutRow, type GatePorts, readGateFacts } from '../gate/read-gate-facts.ts';
import { type BarPorts, barNumber } from '../numbers/bar-number.ts';
import { noteIfLate } from '../views/note-if-late.ts';
import { findForm } from './open-form.ts';

export type SubmitFormPorts = Pick<
  Ports,
  'rows' | 'attempts' | 'directory' | 'clock' | 'journal' | 'views'
> &
  NotePorts &
  GatePorts &
  BarPorts & { forms: Forms; scripts: Scripts };

export interface FormWish {
  attempt: Attempt;
  run: Run;
  /** When it was first sent, as the sender says. */
  sentAt?: Instant | undefined;
  /** The sender's id. */
  by: string;
  /** The revision of the sent form that this one corrects. */
  corrects?: number | undefined;
}

export type SubmitResult =
  /** Now or before: a form sent twice is one form. */
  | { kind: 'sent'; form: Form }
  | { kind: 'not-open' }
  /** What was sent on another day stands. */
  | { kind: 'too-late' }
  | { kind: 'no-task' }
  /** Answers that the script does not take, by field. */
  | { kind: 'wrong-answers'; problems: Record<string, FieldProblem> }
  | { kind: 'unfinished' }
  | {
      kind: 'no-promise';
      verdict: UnkeptPromise;
      script: StoredScript;
      run: Run;
    }
  /** Others wrote the row each time that it was read. */
  | { kind: 'busy' };

/** Takes a form from a screen: what the browser says was answered is read again by the script. */
export async function submitForm(
  ports: SubmitFormPorts & Pick<Ports, 'dialQueue'>,
  wish: FormWish,
): Promise<SubmitResult> {
  const result = await submitRun(ports, wish);
  if (result.kind === 'sent') await freeAfterForm(ports, wish.attempt);
  return result;
}

async function submitRun(ports: SubmitFormPorts, wish: FormWish): Promise<SubmitResult> {
  const open = await findForm(ports, wish.attempt);
  if (open === undefined) return { kind: 'not-open' };
  const { form, script } = open;
  const isCorrection = form.sentAt !== undefined && wish.corrects === form.revision;
  if (form.sentAt !== undefined && !isCorrection)
    return counted(ports, wish, { kind: 'sent', form });
  const task = await ports.directory.task(wish.attempt.row.task);
  if (task === undefined) return { kind: 'no-task' };
  const today = { now: ports.clock.now(), zone: taskZone(task) };
  if (isCorrection && !mayCorrect(form, today)) return { kind: 'too-late' };
  const isPhone = (text: string) => toE164(text, task.country) !== undefined;
  const replayed = replayRun(script, wish.run, { isPhone });
  if ('problems' in replayed) return { kind: 'wrong-answers', problems: replayed.problems };
  const { run } = replayed;
  if (positionOf({ script, run }).at !== 'end') return { kind: 'unfinished' };
  return counted(ports, wish, await sendForm(ports, { ...wish, run, form, script, task }));
}

/** The answers belong to the day of the call, which may have been counted by now. */
async function counted(
  ports: Pick<Ports, 'views' | 'clock'>,
  { attempt: { row, facts } }: FormWish,
  result: SubmitResult,
): Promise<SubmitResult> {
  const at = facts.settled?.at;
  if (result.kind === 'sent' && at !== undefined) await noteIfLate(ports, { task: row.task, at });
  return result;
}

export interface ReadForm extends FormWish {
  form: Form;
  script: StoredScript;
  task: Task;
}

/** How often a form is judged again on a row that changes under it. */
const mostTries = 5;

/** Sends a form whose answers were read already: from the keypad, each was read as it was keyed. */
export async function sendForm(ports: SubmitFormPorts, read: ReadForm): Promise<SubmitResult> {
  const { rows, forms, clock } = ports;
  const answers = answersOf(read);
  const sentAt = believed(read, clock.now());
  const before = read.form.sentAt === undefined ? undefined : read.form;
  const corrects = before?.revision;
  await noteNo(ports, read, answers);
  await noteMachine(ports, read, answers);
  for (let tries = 0; tries < mostTries; tries++) {
    const { promisedFor: _, ...opened } = read.form;
    const former = before && { former: formerOf(before) };
    const form: SentForm = { ...opened, run: read.run, by: read.by, answers, sentAt, ...former };
    const row = await rows.get(read.attempt.row);
    if (row === undefined) return sendAlone(ports, read, { form, corrects });
    const facts = await readGateFacts(ports, aboutRow(row, read.task));
    const now = clock.now();
    const endsWith = read.attempt.facts.settled?.status;
    const decided = writeOfForm({
      ...read,
      answers,
      row,
      sentAt,
      now,
      facts,
      former: before,
      endsWith,
    });
    if (decided.kind === 'refused')
      return { kind: 'no-promise', verdict: decided.verdict, script: read.script, run: read.run };
    const { promisedFor } = decided;
    const whole = promisedFor === undefined ? form : { ...form, promisedFor };
    const write = writeTo(row, decided.change);
    const submitted = await forms.submit({ form: whole, corrects, ...write });
    if (submitted.kind !== 'row-changed') return sent(ports, read, submitted);
  }
  return { kind: 'busy' };
}

async function sent(
  ports: SubmitFormPorts,
  { attempt, task }: ReadForm,
  submitted: Exclude<Submitted, { kind: 'row-changed' }>,
): Promise<SubmitResult> {
  if (task.requiresForm) {
    await ports.attempts.record(attempt.id, { kind: 'formSent', at: ports.clock.now() });
  }
  return outcomeOf(ports, submitted);
}

/**
 * That the customer said no is noted before the form is sent: no crash in between loses it. A form that
 * promises a call all the same is refused, and notes nothing.
 */
async function noteNo(
  ports: SubmitFormPorts,
  { attempt, form, by, script }: ReadForm,
  answers: Answers,
): Promise<void> {
  const no = noOf(script, answers);
  if (no === undefined || promiseOf(script, answers) !== undefined) return;
  const door = form.surface === 'keypad' ? 'keypad' : 'form';
  const said = { number: attempt.customer, by, door, attempt: attempt.id } as const;
  await barNumber(ports, no.all ? said : { ...said, task: attempt.row.task });
}

/** Before the form is sent too: a call that it promises then stands, and not the rest after a voicemail. */
async function noteMachine(
  ports: SubmitFormPorts,
  { attempt, script }: ReadForm,
  answers: Answers,
): Promise<void> {
  if (saysVoicemail(script, answers))
    await noteVoicemail(ports, { attempt: attempt.id, by: 'operator' });
}

/** The row was deleted meanwhile: what was said is kept, and nothing is created. */
async function sendAlone(
  ports: SubmitFormPorts,
  read: ReadForm,
  submission: FormSubmission,
): Promise<SubmitResult> {
  const submitted = await ports.forms.submit(submission);
  return submitted.kind === 'row-changed' ? { kind: 'busy' } : sent(ports, read, submitted);
}

/** A sender is believed as far back as a lost network may last, and not before the form was opened. */
const longestSending = 10 * minute;

function believed({ form, sentAt = Number.POSITIVE_INFINITY }: ReadForm, now: Instant): Instant {
  return Math.min(now, Math.max(sentAt, form.openedAt, now - longestSending));
}

function writeTo(row: StoredRow, change: ColumnChange): Pick<FormSubmission, 'write'> {
  const isEmpty = Object.keys(change.set).length === 0 && change.remove.length === 0;
  return isEmpty ? {} : { write: { row, change } };
}

function outcomeOf(
  { journal }: Pick<Ports, 'journal'>,
  { kind, form }: Exclude<Submitted, { kind: 'row-changed' }>,
): SubmitResult {
  if (kind === 'sent-before') return { kind: 'sent', form };
  journal.count('FormSent');
  journal.note('form sent', { attempt: form.attempt, promises: form.promisedFor !== undefined });
  return { kind: 'sent', form };
}
