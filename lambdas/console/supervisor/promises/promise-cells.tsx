import type { RowView } from '../../../contract/rows.ts';
import { now } from '../../browser/clock.ts';
import { Chip } from '../../parts/chip.tsx';
import { clockMoments } from '../../words/clock-words.ts';
import { customerName } from '../../words/customer-name.ts';
import { addressText, phoneText } from '../../words/phone-text.ts';
import { distance, span } from '../../words/times.ts';
import { operatorById } from '../directory.ts';
import { addressOf } from '../place.ts';
import { MomentIn } from './move-preview.tsx';
import { promiseWords } from './promise-words.ts';

/** What was promised, by the customer's clock and by the reader's, and the next try where that is another. */
export function DueCell({ row, isOverdue }: { row: RowView; isOverdue: boolean }) {
  const words = promiseWords();
  const { dueAt, promisedFor = dueAt } = row;
  if (dueAt === undefined || promisedFor === undefined) {
    return <span class="soft">{words.noDue}</span>;
  }
  const late = now.value - Date.parse(promisedFor);
  return (
    <span class="stacked">
      <strong>
        <MomentIn instant={promisedFor} clock={row.clock} />
      </strong>
      <span class={isOverdue ? 'small bad-text numbers' : 'small soft numbers'}>
        {isOverdue ? words.overdueBy(span(late)) : distance(promisedFor, now.value)}
      </span>
      {promisedFor !== dueAt && (
        <span class="small soft numbers">{words.nextTry(clockMoments(row.clock, dueAt))}</span>
      )}
    </span>
  );
}

export function CustomerCell({ row }: { row: RowView }) {
  const name = customerName(row);
  return (
    <span class="stacked">
      <a class="row-link" href={addressOf('rows', [row.task, row.Id])}>
        {name}
      </a>
      {row.tel !== undefined && row.tel !== name && (
        <span class="soft small numbers">{phoneText(row.tel)}</span>
      )}
    </span>
  );
}

export function OwnerCell({ row, isOrphan }: { row: RowView; isOrphan: boolean }) {
  const words = promiseWords();
  const { operator } = row;
  if (operator === undefined) return <span class="soft">{words.anybody}</span>;
  const known = operator.id === undefined ? undefined : operatorById(operator.id);
  const state = known?.gone ? words.deactivated : known?.away ? words.away : undefined;
  const isStranger = operator.id === undefined && isOrphan;
  return (
    <span class="stacked">
      <span>{operator.name ?? addressText(operator.address)}</span>
      {(state ?? isStranger) && <span class="small wait-text">{state ?? words.nobody}</span>}
    </span>
  );
}

export function NotesCell({ row }: { row: RowView }) {
  const words = promiseWords();
  return (
    <span class="notes-cell">
      {row.waitingSince !== undefined && (
        <Chip tone="wait" icon="clock">
          {words.waiting}
        </Chip>
      )}
      {row.apologised && (
        <Chip tone="good" icon="check">
          {words.apologisedNote}
        </Chip>
      )}
      {row.problem !== undefined && <span class="small bad-text">{row.problem}</span>}
    </span>
  );
}
