import { lineEffects } from '../../../domain/import/line-effect.ts';
import { now } from '../../browser/clock.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Notice } from '../../parts/notice.tsx';
import { counted, numberText } from '../../words/dictionary.ts';
import { span } from '../../words/times.ts';
import { addressOf } from '../place.ts';
import { DoubleList } from './double-list.tsx';
import {
  doubles,
  type ImportStage,
  look,
  refusals,
  stage,
  start,
  stop,
  tally,
  task,
} from './import-state.ts';
import { importWords } from './import-words.ts';
import { RefusalList } from './refusal-list.tsx';

export function ImportRunView() {
  const { value } = stage;
  return (
    <section class="panel import-run">
      {value.kind === 'running' ? <Progress stage={value} /> : <NextSteps />}
      {value.kind !== 'ready' && <Counts />}
      {doubles.value.length > 0 && <DoubleList />}
      {refusals.value.length > 0 && <RefusalList />}
    </section>
  );
}

function Progress({ stage: { mode, startedAt } }: { stage: ImportStage & { kind: 'running' } }) {
  const words = importWords();
  const total = look.value?.total ?? 0;
  const { done } = tally.value;
  const seconds = Math.max((now.value - startedAt) / 1000, 0.5);
  const rate = done / seconds;
  const isKnown = done > 0 && seconds > 2;
  const parts = [
    words.ofLines(numberText(done), counted(total, words.lineForms)),
    isKnown && words.rate(numberText(Math.round(rate))),
    isKnown && done < total && words.left(span(((total - done) / rate) * 1000)),
  ].filter(Boolean);
  return (
    <div class="import-progress">
      <div>
        <strong>{words.running[mode]}</strong>
        <span class="soft numbers">{parts.join(' · ')}</span>
      </div>
      <progress max={total} value={done} aria-label={words.running[mode]} />
      <Button icon="pause" onClick={stop}>
        {words.stop}
      </Button>
    </div>
  );
}

function NextSteps() {
  const words = importWords();
  const { value } = stage;
  const isReady = task.value !== '' && (look.value?.total ?? 0) > 0;
  const isRehearsed = value.kind === 'done' && value.mode === 'rehearse';
  const isWritten = value.kind === 'done' && value.mode === 'write';
  const wasWriting = 'mode' in value && value.mode === 'write';
  return (
    <div class="import-next">
      <StageNotice />
      <div class="import-buttons">
        {!wasWriting && (
          <Button
            kind={isRehearsed ? 'quiet' : 'primary'}
            disabled={!isReady}
            onClick={() => void start('rehearse')}
          >
            {isRehearsed ? words.rehearseAgain : words.rehearse}
          </Button>
        )}
        {isWritten ? (
          <a
            class="button"
            data-kind="primary"
            href={addressOf('promises', [], { which: 'upcoming', task: task.value })}
          >
            {words.promises}
          </a>
        ) : (
          <WriteButton isReady={isReady} isRehearsed={isRehearsed} wasWriting={wasWriting} />
        )}
      </div>
      {value.kind === 'ready' && <p class="soft small">{words.rehearseHelp}</p>}
    </div>
  );
}

interface WriteButtonProps {
  isReady: boolean;
  isRehearsed: boolean;
  wasWriting: boolean;
}

function WriteButton({ isReady, isRehearsed, wasWriting }: WriteButtonProps) {
  const words = importWords();
  const rows = counted(tally.value.imported, words.rowForms);
  const label = wasWriting ? words.goOn : isRehearsed ? words.importCount(rows) : words.import;
  return (
    <Button
      kind={isRehearsed || wasWriting ? 'primary' : 'quiet'}
      icon="upload"
      disabled={!isReady || (isRehearsed && tally.value.imported === 0)}
      onClick={() => void start('write')}
    >
      {label}
    </Button>
  );
}

function StageNotice() {
  const words = importWords();
  const { value } = stage;
  if (value.kind === 'stopped') return <Notice tone="wait">{words.stopped}</Notice>;
  if (value.kind === 'broken') return <Notice tone="bad">{words.broken(value.sentence)}</Notice>;
  if (value.kind !== 'done') return null;
  return value.mode === 'write' ? <Notice tone="good">{words.written}</Notice> : <Rehearsed />;
}

/** Who overwrites other customers is told before they do. */
function Rehearsed() {
  const words = importWords();
  const others = tally.value.effects['another-number'];
  return (
    <>
      <Notice>{words.rehearsed}</Notice>
      {others > 0 && (
        <Notice tone="wait">{words.otherNumbers(counted(others, words.rowForms))}</Notice>
      )}
    </>
  );
}

const countIcons = { imported: 'check', unchanged: 'info', refused: 'warning' } as const;

const effectIcons = { new: 'plus', changed: 'edit', 'another-number': 'warning' } as const;

function Counts() {
  const { value } = stage;
  if (!('mode' in value)) return null;
  const labels = importWords().results[value.mode];
  return (
    <ul class="import-counts">
      {(['imported', 'unchanged', 'refused'] as const).map((name) => (
        <li key={name} data-count={name} data-some={tally.value[name] > 0 ? '' : undefined}>
          <Icon name={countIcons[name]} />
          <strong class="numbers">{numberText(tally.value[name])}</strong>
          <span>{labels[name]}</span>
        </li>
      ))}
      {lineEffects.map(
        (name) =>
          tally.value.effects[name] > 0 && (
            <li key={name} data-count={name}>
              <Icon name={effectIcons[name]} />
              <strong class="numbers">{numberText(tally.value.effects[name])}</strong>
              <span>{importWords().effects[name]}</span>
            </li>
          ),
      )}
      {tally.value.inDoNotCall > 0 && (
        <li data-count="in-do-not-call">
          <Icon name="bellOff" />
          <strong class="numbers">{numberText(tally.value.inDoNotCall)}</strong>
          <span>{importWords().inDoNotCall}</span>
        </li>
      )}
    </ul>
  );
}
