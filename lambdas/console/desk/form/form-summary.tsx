import type { Card } from '../../../contract/calls.ts';
import type { FormView } from '../../../contract/forms.ts';
import { now } from '../../browser/clock.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { clockTime, isoDay } from '../../words/times.ts';
import { formWords } from './form-words.ts';
import { FormerAnswers } from './former-answers.tsx';
import type { FormKeeper } from './keeping/form-keeper.ts';
import { AnswerList } from './passed-steps.tsx';
import { TwoClocks } from './promise-preview.tsx';

export interface FormSummaryProps {
  card: Card;
  keeper: FormKeeper;
  form: FormView;
}

/** What was sent, and what follows from it. */
export function FormSummary({ card, keeper, form }: FormSummaryProps) {
  const words = formWords();
  const fields = keeper.state.script.value.steps.flatMap((step) => step.fields);
  return (
    <div class="form-body summary">
      <p class="summary-head" role="status" tabIndex={-1}>
        <Icon name="check" />
        {words.sentAt(clockTime(form.sentAt ?? ''))}
        {isOfToday(form) && (
          <Button size="small" icon="edit" onClick={() => keeper.correct()}>
            {words.correct}
          </Button>
        )}
      </p>
      {form.promisedFor ? (
        <div class="summary-next">
          <h3>{words.nextCall}</h3>
          <TwoClocks instant={form.promisedFor} clock={card.clock} />
        </div>
      ) : (
        <p class="soft">{words.nothingPromised}</p>
      )}
      <AnswerList fields={fields} answers={form.answers ?? keeper.state.answers.value} />
      <FormerAnswers fields={fields} form={form} />
    </div>
  );
}

/** The server says by its task's calendar whether it still is; around midnight it may say no. */
function isOfToday({ sentAt }: FormView): boolean {
  return sentAt !== undefined && isoDay(sentAt) === isoDay(now.value);
}
