import { useEffect } from 'preact/hooks';
import { encodingText } from '../../../table-files/encoding.ts';
import type { Reading } from '../../../table-files/likely-encodings.ts';
import { type TableProblem, tableProblemText } from '../../../table-files/table-problem.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { language } from '../../words/language.ts';
import { tasks } from '../directory.ts';
import { PageHead } from '../page-head.tsx';
import { place } from '../place.ts';
import { FileChoice } from './file-choice.tsx';
import { FileFindings } from './file-findings.tsx';
import { ImportRunView } from './import-run-view.tsx';
import { chooseTask, file, stage, takeFile, task } from './import-state.ts';
import { importWords } from './import-words.ts';

/** From a file to rows: choose, look, rehearse, import. */
export function ImportPage() {
  const words = importWords();
  const { kind } = stage.value;
  useEffect(chooseFirstTask, [tasks.value.value]);
  return (
    <>
      <PageHead title={words.title} note={words.note} />
      <div class="import">
        <section class="panel import-source">
          <TaskChoice />
          <FileChoice />
        </section>
        {stage.value.kind === 'unreadable' && <Unreadable problem={stage.value.problem} />}
        {kind !== 'none' && kind !== 'looking' && kind !== 'unreadable' && (
          <>
            <FileFindings />
            <ImportRunView />
          </>
        )}
      </div>
    </>
  );
}

function Unreadable({ problem }: { problem: TableProblem | undefined }) {
  const text = problem && tableProblemText(problem, language.value);
  return (
    <>
      <Notice tone="bad">{text ?? importWords().unreadable}</Notice>
      {problem?.code === 'unknown-encoding' && <EncodingChoice readings={problem.readings} />}
      {problem?.code === 'no-tel-column' && <NumberChoice names={problem.names} />}
    </>
  );
}

/** A file whose numbers stand under a name that nobody guesses. */
function NumberChoice({ names }: { names: readonly string[] }) {
  const words = importWords();
  const chosen = file.value;
  const options = names.filter(Boolean).map((name) => ({ value: name, label: name }));
  return (
    <div class="panel import-source">
      <SelectField
        label={words.whichNumber}
        value=""
        options={[{ value: '', label: words.chooseColumn }, ...options]}
        onChange={(name) => chosen && void takeFile(chosen, { mapping: new Map([[name, 'tel']]) })}
      />
    </div>
  );
}

/** What only a reader can tell: each button shows a line of the file as it would be read. */
function EncodingChoice({ readings }: { readings: readonly Reading[] }) {
  const chosen = file.value;
  return (
    <ul class="panel import-encodings" aria-label={importWords().encoding}>
      {readings.map(({ encoding, text }) => (
        <li key={encoding}>
          <Button onClick={() => chosen && void takeFile(chosen, { encoding })}>
            {encodingText(encoding)}
          </Button>
          <code>{text}</code>
        </li>
      ))}
    </ul>
  );
}

/** The one that a link names, or the only one that there is. */
function chooseFirstTask(): void {
  if (task.value !== '') return;
  const all = tasks.value.value ?? [];
  const named = place.value.query.task ?? (all.length === 1 ? all[0]?.id : undefined);
  if (named !== undefined) chooseTask(named);
}

function TaskChoice() {
  const words = importWords();
  const options = (tasks.value.value ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <SelectField
      label={words.intoTask}
      value={task.value}
      options={[{ value: '', label: words.chooseTask }, ...options]}
      onChange={chooseTask}
      disabled={stage.value.kind === 'running'}
    />
  );
}
