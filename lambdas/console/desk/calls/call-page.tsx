import { useEffect } from 'preact/hooks';
import type { AttemptView, Card } from '../../../contract/calls.ts';
import { Icon } from '../../parts/icon.tsx';
import { Notice, RefusalNotice } from '../../parts/notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { FormPanel } from '../form/form-panel.tsx';
import { CallHead } from './call-head.tsx';
import { ColumnList } from './column-list.tsx';
import { HistoryList } from './history-list.tsx';
import { onCallWords } from './on-call-words.ts';
import { calls } from './state/calls.ts';
import { cardOf } from './state/cards.ts';

/** A call: who it is, how it goes, what to say and what was said. */
export function CallPage({ call }: { call: AttemptView }) {
  const card = cardOf(call.id);
  useEffect(() => {
    if (card.value.value === undefined) void card.refresh();
  }, [card]);
  useEffect(() => {
    if (call.outcome !== undefined) void card.refresh();
  }, [card, call.outcome]);
  const told = card.value.value;
  const problem = card.problem.value;
  const isOneOfSeveral = calls.value.length > 1;
  return (
    <div class="call-page" id={`panel-${call.id}`} role={isOneOfSeveral ? 'tabpanel' : undefined}>
      <CallHead call={call} card={told} />
      {problem && !told && <RefusalNotice refusal={problem} retry={() => void card.refresh()} />}
      {told ? <CallBody call={call} card={told} /> : !problem && <Loading />}
    </div>
  );
}

function Loading() {
  return (
    <div class="panel">
      <Skeleton lines={5} />
    </div>
  );
}

function CallBody({ call, card }: { call: AttemptView; card: Card }) {
  return (
    <div class="call-columns">
      <FormPanel key={call.id} call={call} card={card} />
      <div class="call-side">
        {card.url && <PageLink url={card.url} />}
        {card.row ? (
          <ColumnList columns={card.row} chosen={card.task.cardColumns} />
        ) : (
          <Notice tone="wait">{onCallWords().noRow}</Notice>
        )}
        <HistoryList attempts={card.history} zone={card.zone} />
      </div>
    </div>
  );
}

/** The customer in the CRM, beside the form: it learns nothing of this page. */
function PageLink({ url }: { url: string }) {
  const words = onCallWords();
  return (
    <a class="button" href={url} target="_blank" rel="noopener noreferrer" title={words.newTab}>
      <Icon name="browser" />
      {words.openPage}
    </a>
  );
}
