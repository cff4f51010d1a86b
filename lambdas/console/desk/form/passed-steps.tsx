import type { Field, Step, Value } from '../../../domain/script/script.ts';
import { fillText, textIn } from '../../../domain/script/script-text.ts';
import { Button } from '../../parts/button.tsx';
import { language } from '../../words/language.ts';
import { answerText } from './answer-text.ts';
import { formWords } from './form-words.ts';
import type { FormKeeper } from './keeping/form-keeper.ts';

/** What was answered on the way here, with a way back to each step. */
export function PassedSteps({ keeper }: { keeper: FormKeeper }) {
  const passed = keeper.state.run.value.visits.filter(({ left }) => left === true);
  const steps = passed.flatMap(({ step, answers }) => {
    const found = keeper.state.script.value.steps.find(({ id }) => id === step);
    return found && found.fields.length > 0 ? [{ step: found, answers }] : [];
  });
  if (steps.length === 0) return null;
  return (
    <ol class="passed">
      {steps.map(({ step, answers }, index) => (
        // A step may be passed twice: its place in the path tells it apart.
        <li key={index}>
          <PassedStep step={step} answers={answers} keeper={keeper} />
        </li>
      ))}
    </ol>
  );
}

interface PassedStepProps {
  step: Step;
  answers: Record<string, Value>;
  keeper: FormKeeper;
}

function PassedStep({ step, answers, keeper }: PassedStepProps) {
  return (
    <>
      <AnswerList fields={step.fields} answers={answers} />
      <Button
        kind="bare"
        size="small"
        icon="edit"
        label={`${formWords().change}: ${fillText(step.title ?? step.id, {}, language.value)}`}
        onClick={() => keeper.backTo(step.id)}
      />
    </>
  );
}

export interface AnswerListProps {
  fields: readonly Field[];
  answers: Readonly<Record<string, Value>>;
}

/** What was asked and answered; what was not answered is left out. */
export function AnswerList({ fields, answers }: AnswerListProps) {
  const answered = fields.flatMap((field) => {
    const value = answers[field.id];
    return value === undefined ? [] : [{ field, value }];
  });
  return (
    <dl class="answers">
      {answered.map(({ field, value }) => (
        <div key={field.id}>
          <dt>{textIn(field.label, language.value).replace(/[:?]$/, '')}</dt>
          <dd>{answerText(field, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
