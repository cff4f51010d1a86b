import type { AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { type Instant, minute } from '../../../lambdas/domain/basics/instant.ts';
import { readScript } from '../../../lambdas/domain/script/check/check-script.ts';
import { answerStep, startRun } from '../../../lambdas/domain/script/run/run-script.ts';
import type { Script } from '../../../lambdas/domain/script/script.ts';
import type { Ports } from '../../../lambdas/ports/ports.ts';
import { type FormPorts, openForm } from '../../../lambdas/use-cases/form/open-form.ts';
import { type SubmitFormPorts, submitForm } from '../../../lambdas/use-cases/form/submit-form.ts';
import type { Ledger } from './ledger.ts';

/** One question: in how many minutes shall we call again? */
export const talkScript: Script = readIn({
  title: 'Talk',
  start: 'talk',
  steps: [
    {
      id: 'talk',
      fields: [{ id: 'minutes', type: 'minutes', column: 'callaftermin', label: 'Again in' }],
      next: 'end',
    },
  ],
});

function readIn(given: unknown): Script {
  const reading = readScript(given);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.script;
}

export interface FilledForm {
  attempt: AttemptId;
  minutes: number;
  /** When its sender says that they sent it first. */
  sentAt: Instant;
}

/** A form on a screen is opened and sent; what it promises stands in the ledger from then on. */
export async function sendForm(
  ports: FormPorts & SubmitFormPorts & Pick<Ports, 'dialQueue'>,
  ledger: Ledger,
  { attempt: id, minutes, sentAt }: FilledForm,
): Promise<void> {
  const attempt = await ports.attempts.get(id);
  if (attempt === undefined) return;
  const opened = await openForm(ports, { attempt, surface: 'screen' });
  if (opened === undefined || opened.form.sentAt !== undefined) return;
  const context = { script: opened.script, run: startRun(opened.script) };
  const answered = answerStep(context, { minutes }, { isPhone: () => true });
  if (!('run' in answered)) throw new Error('the form is not taken');
  const sent = await submitForm(ports, { attempt, run: answered.run, by: 'op', sentAt });
  if (sent.kind !== 'sent') return;
  const { promisedFor, sentAt: at } = sent.form;
  if (promisedFor === undefined || at === undefined) return;
  const dueAt = Math.min(promisedFor, at + minutes * minute);
  ledger.wrote(attempt.row, { madeAt: ports.clock.now(), dueAt, by: 'form' });
}
