import type { RowView } from '../../../contract/rows.ts';
import { now } from '../../browser/clock.ts';
import type { Column } from '../../parts/data-table.tsx';
import { taskTitle } from '../directory.ts';
import { addressOf } from '../place.ts';
import { RowTable, type RowTableProps } from '../rows/row-table.tsx';
import { CustomerCell, DueCell, NotesCell, OwnerCell } from './promise-cells.tsx';
import type { ListName } from './promise-lists.ts';
import { promiseWords } from './promise-words.ts';

export interface PromiseTableProps extends Pick<RowTableProps, 'rows' | 'selection' | 'onSelect'> {
  which: ListName;
  /** Where rows of several tasks are shown. */
  showTask: boolean;
}

export function PromiseTable({ which, showTask, ...rest }: PromiseTableProps) {
  const words = promiseWords();
  const task: Column<RowView> = { key: 'task', label: words.task, cell: TaskCell };
  const columns: Column<RowView>[] = [
    {
      key: 'due',
      label: words.due,
      cell: (row) => <DueCell row={row} isOverdue={isOverdue(row)} />,
    },
    { key: 'customer', label: words.customer, cell: (row) => <CustomerCell row={row} /> },
    {
      key: 'operator',
      label: words.operator,
      cell: (row) => <OwnerCell row={row} isOrphan={which === 'orphaned'} />,
    },
    ...(showTask ? [task] : []),
    { key: 'notes', label: words.notes, cell: (row) => <NotesCell row={row} /> },
  ];
  return (
    <RowTable caption={words.lists[which]} columns={columns} isOverdue={isOverdue} {...rest} />
  );
}

export function isOverdue({ promisedFor }: RowView): boolean {
  return promisedFor !== undefined && Date.parse(promisedFor) < now.value;
}

function TaskCell({ task }: RowView) {
  return (
    <a class="plain" href={addressOf('tasks', [task])}>
      {taskTitle(task)}
    </a>
  );
}
