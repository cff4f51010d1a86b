import { useState } from 'preact/hooks';
import type { DoNotCallReceptions } from '../../../contract/do-not-call.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Field, LongTextField, TextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { TaskFilter } from '../task-filter.tsx';
import { listWords } from './do-not-call-page-words.ts';
import { numbersIn } from './numbers-in-text.ts';

/** So many go in one request: it changes the rows of each. */
const atOnce = 50;

type Tally = Record<DoNotCallReceptions['receptions'][number], number>;

/** What became of the numbers, or the sentence of what went wrong. */
async function sendNumbers(
  numbers: readonly string[],
  said: { task?: string; reason?: string },
  moved: (done: number) => void,
): Promise<Tally | string> {
  const tally: Tally = { added: 0, known: 0, refused: 0 };
  for (let from = 0; from < numbers.length; from += atOnce) {
    moved(from);
    const body = { ...said, numbers: numbers.slice(from, from + atOnce) };
    const answer = await ask('POST', '/do-not-call/import', body);
    if (answer.kind !== 'done') return answer.sentence;
    for (const it of answer.value.receptions) tally[it] += 1;
  }
  return tally;
}

interface Wish {
  text: string;
  task: string;
  reason: string;
}

/** Sends what was typed, and tells how far that is and what went wrong. */
function useSending(done: () => void) {
  const words = listWords();
  const [problem, setProblem] = useState<string>();
  const [progress, setProgress] = useState<string>();
  const send = async ({ text, task, reason }: Wish) => {
    const numbers = numbersIn(text);
    if (numbers.length === 0) return setProblem(words.noNumbers);
    setProblem(undefined);
    const said = { ...(task && { task }), ...(reason.trim() && { reason: reason.trim() }) };
    const sent = await sendNumbers(numbers, said, (count) =>
      setProgress(words.progress(count, numbers.length)),
    );
    if (typeof sent === 'string') {
      setProgress(undefined);
      return setProblem(sent);
    }
    toast(words.result(sent.added, sent.known, sent.refused));
    done();
  };
  return { problem, progress, send };
}

/** A file's numbers, or pasted ones, go on the list. What went wrong half-way may be sent again. */
export function ImportNumbersDialog({ onClose, onDone }: Record<'onClose' | 'onDone', () => void>) {
  const words = listWords();
  const [text, setText] = useState('');
  const [task, setTask] = useState('');
  const [reason, setReason] = useState('');
  const { problem, progress, send } = useSending(() => {
    onDone();
    onClose();
  });
  return (
    <Dialog
      title={words.importTitle}
      onClose={onClose}
      onSubmit={() => void send({ text, task, reason })}
      actions={<DialogFoot submit={words.import} busy={progress !== undefined} onClose={onClose} />}
    >
      <LongTextField
        label={words.numbers}
        help={words.numbersHelp}
        rows={6}
        value={text}
        onInput={setText}
      />
      <FileField take={setText} />
      <TaskFilter value={task} onChange={setTask} />
      <TextField label={words.why} optional value={reason} maxLength={500} onInput={setReason} />
      {progress !== undefined && <p class="soft">{progress}</p>}
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
    </Dialog>
  );
}

function FileField({ take }: { take: (text: string) => void }) {
  const read = async (file: File | undefined) => {
    if (file !== undefined) take(await file.text());
  };
  return (
    <Field label={listWords().file}>
      {(control) => (
        <input
          class="input"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          {...control}
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      )}
    </Field>
  );
}
