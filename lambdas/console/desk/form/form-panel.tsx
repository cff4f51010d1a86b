import { useEffect, useRef } from 'preact/hooks';
import type { AttemptView, Card } from '../../../contract/calls.ts';
import type { Position } from '../../../domain/script/run/run-script.ts';
import type { Field, Step } from '../../../domain/script/script.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Notice } from '../../parts/notice.tsx';
import { SilentStep } from '../calls/acts/silent-step.tsx';
import { FormReview } from './form-review.tsx';
import { FormStep } from './form-step.tsx';
import { FormSummary } from './form-summary.tsx';
import { formWords } from './form-words.ts';
import type { FormKeeper } from './keeping/form-keeper.ts';
import { keeperOf } from './keeping/form-keepers.ts';
import { AnswerList, PassedSteps } from './passed-steps.tsx';

export interface FormPanelProps {
  call: AttemptView;
  card: Card;
}

/** The form that leads through the talk: what was answered above, the open step below. */
export function FormPanel({ call, card }: FormPanelProps) {
  const words = formWords();
  const panel = useRef<HTMLElement>(null);
  const isTalking = call.state === 'talking';
  const { script, form } = card;
  const keeper = script && keeperOf(card.attempt.id, { script, form });
  useEffect(() => {
    if (keeper && isTalking && document.visibilityState === 'visible')
      takeOver(keeper, panel.current);
  }, [keeper, isTalking]);
  if (keeper === undefined) return <p class="soft form-none">{words.none}</p>;
  return (
    <section class="panel form" ref={panel} aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
        <SaveState keeper={keeper} />
      </header>
      <FormBody call={call} card={card} keeper={keeper} />
    </section>
  );
}

/** The talk begins: the form is led through here, and the keys go into it. */
function takeOver(keeper: FormKeeper, panel: HTMLElement | null): void {
  void keeper.exchange.open();
  if (panel?.contains(document.activeElement)) return;
  // Who has just put another form aside looks at the head of this call first.
  if (document.activeElement?.matches('.call-who h2')) return;
  panel?.querySelector<HTMLElement>('[data-first], input, textarea, select')?.focus();
}

function FormBody({ call, card, keeper }: FormPanelProps & { keeper: FormKeeper }) {
  const form = keeper.state.form.value;
  if (form && keeper.state.isSent) return <FormSummary card={card} keeper={keeper} form={form} />;
  const isFromKeypad = form?.surface === 'keypad';
  if (isFromKeypad && !isOffThePhone(call)) {
    return (
      <div class="form-body">
        <Notice>{formWords().byKeypad}</Notice>
        <AnswerList fields={fieldsOf(keeper)} answers={keeper.state.answers.value} />
      </div>
    );
  }
  const position = keeper.state.position.value;
  return (
    <div class="form-body">
      {keeper.state.isCorrecting.value && <Correcting keeper={keeper} />}
      {isFromKeypad && form?.sentAt === undefined && (
        <Notice tone="wait">{formWords().leftByKeypad}</Notice>
      )}
      <PassedSteps keeper={keeper} />
      <SilentStep call={call} steps={stepsAt(position)} />
      {position.at === 'step' ? (
        <FormStep key={position.step.id} card={card} keeper={keeper} position={position} />
      ) : (
        <FormReview card={card} keeper={keeper} />
      )}
    </div>
  );
}

/** What is on the screen: texts that stand before a question are steps, too. */
function stepsAt(position: Position): Step[] {
  return position.at === 'step' ? [...position.before, position.step] : [];
}

function Correcting({ keeper }: { keeper: FormKeeper }) {
  const words = formWords();
  return (
    <Notice tone="wait">
      {words.correcting}{' '}
      <Button size="small" onClick={() => keeper.leaveAsSent()}>
        {words.leaveAsSent}
      </Button>
    </Notice>
  );
}

/** While the operator's phone asks, the desk looks on; what was left open there is finished here. */
function isOffThePhone({ legs }: AttemptView): boolean {
  return legs.operator.state === 'ended';
}

function fieldsOf(keeper: FormKeeper): Field[] {
  return keeper.state.script.value.steps.flatMap((step) => step.fields);
}

function SaveState({ keeper }: { keeper: FormKeeper }) {
  const words = formWords();
  const form = keeper.state.form.value;
  if (form?.sentAt !== undefined) return null;
  const state = keeper.exchange.saver.state.value;
  if (state === 'saved') return form?.draftAt ? <Chip icon="check">{words.saved}</Chip> : null;
  return <Chip tone={state === 'offline' ? 'wait' : 'plain'}>{words[state]}</Chip>;
}
