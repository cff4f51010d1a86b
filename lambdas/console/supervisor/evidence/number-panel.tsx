import { useState } from 'preact/hooks';
import type { RowKey } from '../../../contract/instant.ts';
import { evidencePage } from '../../../domain/evidence/evidence-page.ts';
import { saveFile } from '../../browser/save-file.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { language } from '../../words/language.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { maySuperviseAll } from '../rights.ts';
import { evidenceWords } from './evidence-words.ts';

/** What somebody who asks about a number, or wants it forgotten, is given. */
export function NumberPanel({ row, onErased }: { row: RowKey; onErased: () => void }) {
  const words = evidenceWords();
  const [isErasing, setErasing] = useState(false);
  return (
    <section class="panel">
      <header>
        <h3>{words.title}</h3>
      </header>
      <p class="panel-text soft">{words.note}</p>
      <div class="number-tools">
        <Button icon="document" onClick={() => void fetchAs(row, 'html')}>
          {words.page}
        </Button>
        <Button icon="download" onClick={() => void fetchAs(row, 'json')}>
          {words.json}
        </Button>
        {maySuperviseAll() && (
          <Button kind="danger" icon="trash" onClick={() => setErasing(true)}>
            {words.erase}
          </Button>
        )}
      </div>
      {isErasing && <EraseDialog row={row} onErased={onErased} onClose={() => setErasing(false)} />}
    </section>
  );
}

const types = { html: 'text/html;charset=utf-8', json: 'application/json' } as const;

async function fetchAs({ task, Id }: RowKey, form: keyof typeof types): Promise<void> {
  const answer = await ask('POST', '/evidence', { row: { task, Id } });
  if (answer.kind !== 'done') return toast(answer.sentence, 'bad');
  const text =
    form === 'html'
      ? evidencePage(answer.value, language.value)
      : JSON.stringify(answer.value, null, 2);
  saveFile(new Blob([text], { type: types[form] }), `evidence-${task}-${Id}.${form}`);
}

interface EraseProps {
  row: RowKey;
  onErased: () => void;
  onClose: () => void;
}

function EraseDialog({ row: { task, Id }, onErased, onClose }: EraseProps) {
  const words = evidenceWords();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const erase = async () => {
    setBusy(true);
    const answer = await ask('POST', '/erasures', { row: { task, Id } });
    setBusy(false);
    if (answer.kind !== 'done') return setProblem(answer.sentence);
    toast(words.erased(answer.value.rows, answer.value.attempts));
    onErased();
    onClose();
  };
  const foot = { submit: words.erase, kind: 'danger', icon: 'trash', busy, onClose } as const;
  return (
    <Dialog
      title={words.eraseTitle}
      onClose={onClose}
      onSubmit={() => void erase()}
      actions={<DialogFoot {...foot} />}
    >
      <p>{words.eraseText}</p>
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
    </Dialog>
  );
}
