import type { RowView } from '../../../contract/rows.ts';
import { textOf } from '../../../domain/row/row.ts';
import { now } from '../../browser/clock.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { statusName } from '../../words/row-words.ts';
import { moment, ownZone } from '../../words/times.ts';
import type { Tone } from '../../words/tone.ts';
import { CustomerCell, DueCell, OwnerCell } from '../promises/promise-cells.tsx';
import { isOverdue } from '../promises/promise-table.tsx';
import { RowTable, type RowTableProps } from '../rows/row-table.tsx';
import { chosenColumns } from './chosen-columns.ts';
import { customerWords } from './customer-words.ts';

const tones: Record<number, Tone> = { 10: 'info', 11: 'wait', 12: 'good', 13: 'bad', 14: 'bad' };

export type CustomerTableProps = Pick<RowTableProps, 'rows' | 'selection' | 'onSelect'> & {
  task: string;
};

export function CustomerTable({ task, ...rest }: CustomerTableProps) {
  const words = customerWords();
  const own = chosenColumns(task).map(
    (name): Column<RowView> => ({
      key: `own ${name}`,
      label: name,
      cell: ({ columns }) => <span class="own-cell">{textOf(columns[name]) ?? ''}</span>,
    }),
  );
  const columns: Column<RowView>[] = [
    { key: 'customer', label: words.customer, cell: (row) => <CustomerCell row={row} /> },
    { key: 'state', label: words.stateNow, cell: StateCell },
    { key: 'due', label: words.promised, cell: PromisedCell },
    {
      key: 'operator',
      label: words.operator,
      cell: (row) => <OwnerCell row={row} isOrphan={false} />,
    },
    { key: 'lastCall', label: words.lastCall, cell: LastCallCell },
    ...own,
  ];
  return <RowTable caption={words.title} columns={columns} isOverdue={isOverdue} {...rest} />;
}

function StateCell({ status, problem }: RowView) {
  return (
    <span class="stacked">
      <Chip tone={status === undefined ? 'plain' : (tones[status] ?? 'plain')} dot>
        {status === undefined ? customerWords().nothingOrdered : statusName(status)}
      </Chip>
      {problem !== undefined && <span class="small bad-text">{problem}</span>}
    </span>
  );
}

function PromisedCell(row: RowView) {
  return row.dueAt === undefined ? null : <DueCell row={row} isOverdue={isOverdue(row)} />;
}

function LastCallCell({ dateCall }: RowView) {
  if (dateCall === undefined) return null;
  const isInstant = !Number.isNaN(Date.parse(dateCall));
  return <span class="numbers">{isInstant ? moment(dateCall, ownZone, now.value) : dateCall}</span>;
}
