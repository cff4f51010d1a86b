import { useEffect, useMemo } from 'preact/hooks';
import type { RowKey } from '../../../contract/instant.ts';
import type { RowView } from '../../../contract/rows.ts';
import { now } from '../../browser/clock.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { CustomerClock } from '../../parts/customer-clock.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { resource } from '../../shell/api/resource.ts';
import { onLive } from '../../shell/live.ts';
import { me } from '../../shell/me.ts';
import { spread } from '../../shell/spread.ts';
import { clockMoments } from '../../words/clock-words.ts';
import { customerName } from '../../words/customer-name.ts';
import { language } from '../../words/language.ts';
import { phoneText } from '../../words/phone-text.ts';
import { statusName } from '../../words/row-words.ts';
import { SayNo } from '../calls/acts/say-no.tsx';
import { ColumnList } from '../calls/column-list.tsx';
import { HistoryList } from '../calls/history-list.tsx';
import { isPlacing, placeCall } from '../calls/state/place-call.ts';
import { deskWords } from '../desk-words.ts';
import { goTo } from '../place.ts';
import { takeNextRow } from './next-row.ts';
import { RowActions } from './row-actions.tsx';

/** A customer without a call: who they are, what was said, and the button that calls them. */
export function RowPage({ row, preview }: { row: RowKey; preview: boolean }) {
  const story = useMemo(
    () => resource(() => ask('GET', `/tasks/${row.task}/subscribers/${row.Id}/story`)),
    [row.task, row.Id],
  );
  useEffect(() => {
    void story.refresh();
    return onLive(
      'promises',
      spread(() => void story.refresh()),
    );
  }, [story, language.value]);
  const { value: told } = story.value;
  const problem = story.problem.value;
  if (told?.row === undefined) {
    return (
      <div class="panel">
        {problem ? (
          <RefusalNotice refusal={problem} retry={() => void story.refresh()} />
        ) : (
          <Skeleton />
        )}
      </div>
    );
  }
  return (
    <article class="call-page">
      <RowHead row={told.row} preview={preview} onDone={() => void story.refresh()} />
      <div class="call-columns">
        <ColumnList columns={told.row.columns} chosen={cardColumnsOf(row.task)} />
        <HistoryList attempts={told.attempts} zone={told.row.zone} />
      </div>
    </article>
  );
}

function cardColumnsOf(task: string): readonly string[] | undefined {
  return me.value.value?.tasks.find(({ id }) => id === task)?.cardColumns;
}

interface RowHeadProps {
  row: RowView;
  preview: boolean;
  /** The row was changed. */
  onDone: () => void;
}

function RowHead({ row, preview, onDone }: RowHeadProps) {
  const words = deskWords();
  const { task, Id } = row;
  return (
    <header class="panel call-head" data-state="row">
      <div class="call-who">
        <h2>
          <bdi>{customerName(row)}</bdi>
        </h2>
        <p class="call-number numbers">{row.tel && phoneText(row.tel)}</p>
        <RowFacts row={row} />
      </div>
      <div class="call-actions">
        <Button icon="left" onClick={() => goTo({ at: 'home' })}>
          {words.back}
        </Button>
        {preview && <SkipButton task={task} />}
        <RowActions row={row} onDone={onDone} />
        {row.status !== 14 && <SayNo row={{ task, Id }} />}
        <Button
          kind="primary"
          size="large"
          icon="handset"
          busy={isPlacing.value}
          onClick={() => void placeCall({ task, Id })}
        >
          {words.call}
        </Button>
      </div>
    </header>
  );
}

function RowFacts({ row }: { row: RowView }) {
  const status = row.status === undefined ? undefined : statusName(row.status);
  return (
    <p class="call-facts">
      <Chip icon="globe">
        <CustomerClock clock={row.clock} />
      </Chip>
      {status && <Chip tone={row.status === 14 ? 'bad' : 'info'}>{status}</Chip>}
      {row.dueAt && (
        <Chip tone="good" icon="calendar">
          {clockMoments(row.clock, row.dueAt, now.value)}
        </Chip>
      )}
      {row.problem && (
        <Chip tone="bad" icon="warning">
          {row.problem}
        </Chip>
      )}
    </p>
  );
}

function SkipButton({ task }: { task: string }) {
  const words = deskWords();
  const skip = async () => {
    const taken = await takeNextRow(task);
    if (taken.kind === 'row') goTo({ at: 'row', row: taken.row, preview: true });
    else toast(taken.kind === 'none' ? words.noneUncalled : taken.sentence, 'bad');
  };
  return (
    <Button icon="right" onClick={() => void skip()}>
      {words.skip}
    </Button>
  );
}
