import { useEffect, useState } from 'preact/hooks';
import type { FormView } from '../../../contract/forms.ts';
import type { StoredScript } from '../../../domain/script/script.ts';
import { textIn } from '../../../domain/script/script-text.ts';
import { answerText } from '../../desk/form/answer-text.ts';
import { FormerAnswers } from '../../desk/form/former-answers.tsx';
import { Chip } from '../../parts/chip.tsx';
import { language } from '../../words/language.ts';
import { moment } from '../../words/times.ts';
import { scriptVersion } from './story-state.ts';
import { storyWords } from './story-words.ts';

/** What was answered, by the questions of the version that asked. */
export function FormAnswers({ form, zone }: { form: FormView; zone: string }) {
  const words = storyWords();
  const script = useScript(form);
  const { answers = {}, sentAt, surface, promisedFor } = form;
  const known = (script?.steps ?? []).flatMap(({ fields }) => fields);
  return (
    <section class="answers">
      <header>
        <h5>{words.answers}</h5>
        {sentAt === undefined && <Chip tone="wait">{words.draft}</Chip>}
        {surface === 'keypad' && <span class="soft small">{words.byKeypad}</span>}
      </header>
      <dl class="columns">
        {Object.entries(answers).map(([id, value]) => {
          const field = known.find((it) => it.id === id);
          return (
            <div key={id}>
              <dt>{field ? textIn(field.label, language.value) : id}</dt>
              <dd>{field ? answerText(field, value) : String(value)}</dd>
            </div>
          );
        })}
      </dl>
      {promisedFor !== undefined && <p>{words.promisedNext(moment(promisedFor, zone))}</p>}
      <FormerAnswers fields={known} form={form} />
    </section>
  );
}

function useScript({ script: { id, version } }: FormView): StoredScript | undefined {
  const [script, setScript] = useState<StoredScript>();
  useEffect(() => {
    void scriptVersion(id, version).then((answer) => {
      if (answer.kind === 'done') setScript(answer.value);
    });
  }, [id, version]);
  return script;
}
