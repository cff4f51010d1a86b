import { useRef, useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { numberText } from '../../words/dictionary.ts';
import { dropFile, file, stage, takeFile } from './import-state.ts';
import { importWords } from './import-words.ts';

export function FileChoice() {
  return file.value === undefined ? <DropZone /> : <ChosenFile file={file.value} />;
}

function DropZone() {
  const words = importWords();
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const chosen = files?.[0];
    if (chosen !== undefined) void takeFile(chosen);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer?.files);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <section
      class="drop-zone"
      data-over={isOver ? '' : undefined}
      aria-label={words.drop}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" />
      <strong>{words.drop}</strong>
      <span class="soft">{words.or}</span>
      <FileButton onChoose={take} />
      <p class="soft small">{words.formats}</p>
    </section>
  );
}

function FileButton({ onChoose }: { onChoose: (files: FileList | null) => void }) {
  const words = importWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button kind="primary" onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        aria-label={words.choose}
        tabIndex={-1}
        class="unseen"
        onChange={(event) => onChoose(event.currentTarget.files)}
      />
    </>
  );
}

function ChosenFile({ file: chosen }: { file: File }) {
  const words = importWords();
  const { value } = stage;
  return (
    <div class="chosen-file">
      <Icon name="document" />
      <div>
        <strong>{chosen.name}</strong>
        <span class="soft small">{sizeText(chosen.size)}</span>
        {value.kind === 'looking' && (
          <>
            <progress max={chosen.size} value={value.bytes} aria-label={words.looking} />
            <span class="soft small">{words.looking}</span>
          </>
        )}
      </div>
      <Button size="small" disabled={value.kind === 'running'} onClick={dropFile}>
        {words.another}
      </Button>
    </div>
  );
}

function sizeText(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return numberText(value, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  });
}
