import type { FormView } from '../../../contract/forms.ts';
import type { Field } from '../../../domain/script/script.ts';
import { moment } from '../../words/times.ts';
import { formWords } from './form-words.ts';
import { AnswerList } from './passed-steps.tsx';

export interface FormerAnswersProps {
  /** Of the script that asked. */
  fields: readonly Field[];
  form: Pick<FormView, 'former'>;
}

/** What a form said before it was corrected, the newest first. */
export function FormerAnswers({ fields, form: { former = [] } }: FormerAnswersProps) {
  const words = formWords();
  if (former.length === 0) return null;
  return (
    <details class="former">
      <summary>{words.corrected}</summary>
      {[...former].reverse().map(({ sentAt = '', answers = {}, promisedFor }) => (
        <section key={sentAt}>
          <p class="soft small">{words.sentBefore(moment(sentAt))}</p>
          <AnswerList fields={fields} answers={answers} />
          {promisedFor && <p class="soft small">{words.promisedBefore(moment(promisedFor))}</p>}
        </section>
      ))}
    </details>
  );
}
