import { useEffect, useRef } from 'preact/hooks';
import type { Card } from '../../../contract/calls.ts';
import { promiseColumnOf, promiseOf } from '../../../domain/script/fields/promise-fields.ts';
import type { Position } from '../../../domain/script/run/run-script.ts';
import type { Field, Step } from '../../../domain/script/script.ts';
import { fillText } from '../../../domain/script/script-text.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { language } from '../../words/language.ts';
import { FormField } from './form-field.tsx';
import { stepKeys } from './form-keys.ts';
import { leadOn } from './form-review.tsx';
import { formWords } from './form-words.ts';
import type { FormKeeper } from './keeping/form-keeper.ts';
import { PromiseFields } from './next-call-fields.tsx';
import { promiseCheck } from './promise-check.ts';
import { PromisePreview } from './promise-preview.tsx';

export interface FormStepProps {
  card: Card;
  keeper: FormKeeper;
  position: Extract<Position, { at: 'step' }>;
}

/** One step: its text, its fields, and the ways on and back. */
export function FormStep({ card, keeper, position }: FormStepProps) {
  const { step, before } = position;
  const form = useRef<HTMLFormElement>(null);
  const isFirst = keeper.state.run.value.visits.length <= 1;
  useEffect(() => focusFirst(form.current, !isFirst), [isFirst]);
  const next = async () => {
    if (await promiseCheck.allows(card, step, keeper.state.draft.value)) keeper.next();
    focusProblem(form.current);
  };
  const finish = async () => {
    await next();
    if (isDone(keeper)) await keeper.send().then(leadOn);
  };
  const keys = stepKeys({ next, back: () => keeper.back(), finish });
  const submit = (event: Event) => {
    event.preventDefault();
    void next();
  };
  return (
    <form class="step" ref={form} onSubmit={submit} onKeyDown={keys} noValidate>
      {[...before, step].map((it) => (
        <StepText key={it.id} card={card} step={it} />
      ))}
      {keeper.state.problems.value.sentence && (
        <Notice tone="bad">{keeper.state.problems.value.sentence}</Notice>
      )}
      <StepFields card={card} keeper={keeper} fields={step.fields} />
      <AgreedMoment card={card} keeper={keeper} step={step} />
      <StepActions step={step} isFirst={isFirst} back={() => keeper.back()} />
    </form>
  );
}

/** Nothing is asked any more, and nothing is promised that would have to be looked at. */
function isDone({ state }: FormKeeper): boolean {
  const isAtEnd = state.position.value.at === 'end';
  return isAtEnd && promiseOf(state.script.value, state.answers.value) === undefined;
}

/** What an earlier step promised, while the customer is asked whether they agree. */
function AgreedMoment({
  card,
  keeper,
  step,
}: Pick<FormStepProps, 'card' | 'keeper'> & { step: Step }) {
  const { script, answers } = keeper.state;
  const isHere = step.fields.some((field) => promiseColumnOf(field) !== undefined);
  if (isHere || promiseOf(script.value, answers.value) === undefined) return null;
  return <PromisePreview card={card} answers={answers.value} />;
}

function StepText({ card, step }: { card: Card; step: Step }) {
  const fill = (text: NonNullable<typeof step.text>) =>
    fillText(text, card.row ?? {}, language.value);
  return (
    <div class="step-text">
      {step.title && <h3>{fill(step.title)}</h3>}
      {step.text && <p>{fill(step.text)}</p>}
    </div>
  );
}

/** The fields of the next call stand together, where the first of them is. */
function StepFields({
  card,
  keeper,
  fields,
}: Pick<FormStepProps, 'card' | 'keeper'> & { fields: readonly Field[] }) {
  const promising = fields.filter((field) => promiseColumnOf(field) !== undefined);
  return (
    <>
      {fields.map((field) => {
        if (field === promising[0]) {
          return <PromiseFields key={field.id} card={card} keeper={keeper} fields={promising} />;
        }
        if (promising.includes(field)) return null;
        return <FormField key={field.id} field={field} keeper={keeper} />;
      })}
    </>
  );
}

interface StepActionsProps {
  step: Step;
  isFirst: boolean;
  back: () => void;
}

function StepActions({ step, isFirst, back }: StepActionsProps) {
  const words = formWords();
  const hasType = (...types: Field['type'][]) =>
    step.fields.some(({ type }) => types.includes(type));
  return (
    <div class="step-actions">
      <p class="hints">
        <kbd>Enter</kbd>
        {hasType('long-text') && <kbd>Ctrl+Enter</kbd>} {words.hintEnter}
        <kbd>Alt+Enter</kbd> {words.send}
        {hasType('choice', 'yes-no', 'do-not-call', 'voicemail') && (
          <>
            <kbd>Alt+1…9</kbd> {words.hintChoose}
          </>
        )}
      </p>
      {!isFirst && (
        <Button icon="left" onClick={back} keys="Alt+ArrowUp" label={words.back}>
          {words.back}
        </Button>
      )}
      <Button kind="primary" type="submit">
        {words.next}
      </Button>
    </div>
  );
}

/** A step that follows another takes the focus; the first one leaves it where the reader has it. */
function focusFirst(form: HTMLFormElement | null, isWanted: boolean): void {
  if (isWanted) form?.querySelector<HTMLElement>('input, textarea, select')?.focus();
}

/** After the next painting: what is wrong has been marked by then. */
function focusProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    form?.querySelector<HTMLElement>('[aria-invalid="true"], .field-wrong input')?.focus();
  });
}
