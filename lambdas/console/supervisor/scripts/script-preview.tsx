import { useMemo, useState } from 'preact/hooks';
import { type Language, languageNames, languages } from '../../../domain/basics/language.ts';
import type { Script, Step } from '../../../domain/script/script.ts';
import { textIn } from '../../../domain/script/script-text.ts';
import { answerText } from '../../desk/form/answer-text.ts';
import { FormField } from '../../desk/form/form-field.tsx';
import { Button } from '../../parts/button.tsx';
import { Segments } from '../../parts/segments.tsx';
import { language } from '../../words/language.ts';
import { PreviewRun } from './preview-run.ts';
import { scriptIn } from './script-in-language.ts';
import { scriptWords } from './script-words.ts';

/** The form as an operator gets it, in either language; it can be filled in and goes nowhere. */
export function ScriptPreview({ script }: { script: Script | undefined }) {
  const words = scriptWords();
  const [shown, setShown] = useState<Language>(language.value);
  const text = JSON.stringify(script);
  const [inLanguage, run] = useMemo(() => {
    const translated = script && scriptIn(script, shown);
    return [translated, translated && new PreviewRun(translated)] as const;
  }, [text, shown]);
  return (
    <section class="panel script-preview" aria-label={words.preview}>
      <header>
        <h3>{words.preview}</h3>
        <Segments
          label={words.previewLanguage}
          value={shown}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={setShown}
        />
      </header>
      {inLanguage && run ? (
        <PreviewForm script={inLanguage} run={run} />
      ) : (
        <p class="panel-text soft">{words.previewEmpty}</p>
      )}
    </section>
  );
}

function PreviewForm({ script, run }: { script: Script; run: PreviewRun }) {
  const words = scriptWords();
  const position = run.position.value;
  const steps = position.at === 'step' ? [...position.before, position.step] : position.before;
  return (
    <div class="form-fields">
      {steps.map((step) => (
        <StepText key={step.id} step={step} />
      ))}
      {position.at === 'step' ? (
        position.step.fields.map((field) => <FormField key={field.id} field={field} keeper={run} />)
      ) : (
        <PreviewEnd script={script} run={run} />
      )}
      <div class="preview-actions">
        <Button size="small" kind="bare" disabled={run.isAtStart} onClick={() => run.restart()}>
          {words.restart}
        </Button>
        <Button size="small" disabled={run.isAtStart} onClick={() => run.back()}>
          {words.back}
        </Button>
        <Button
          size="small"
          kind="primary"
          disabled={position.at === 'end'}
          onClick={() => run.next()}
        >
          {words.next}
        </Button>
      </div>
    </div>
  );
}

/** In the preview there is no row: `{column}` shows as it is written. */
function StepText({ step: { title, text } }: { step: Step }) {
  return (
    <div class="step-text">
      {title !== undefined && <h4>{textIn(title, 'en')}</h4>}
      {text !== undefined && <p>{textIn(text, 'en')}</p>}
    </div>
  );
}

function PreviewEnd({ script, run }: { script: Script; run: PreviewRun }) {
  const words = scriptWords();
  const fields = script.steps.flatMap((it) => it.fields);
  const answers = Object.entries(run.answers.value);
  return (
    <>
      <div class="step-text">
        <h4>{words.end}</h4>
        <p class="soft">{words.endText}</p>
      </div>
      {answers.length === 0 && <p class="soft">{words.nothingAnswered}</p>}
      <dl class="columns">
        {answers.map(([id, value]) => {
          const field = fields.find((it) => it.id === id);
          return (
            <div key={id}>
              <dt>{field ? textIn(field.label, 'en') : id}</dt>
              <dd>{field ? answerText(field, value) : String(value)}</dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
