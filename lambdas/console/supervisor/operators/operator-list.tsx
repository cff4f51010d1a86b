import { useState } from 'preact/hooks';
import type { OperatorView } from '../../../contract/people.ts';
import { Chip } from '../../parts/chip.tsx';
import { type Column, DataTable, savedColumns } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Switch } from '../../parts/switch.tsx';
import { addressText } from '../../words/phone-text.ts';
import { operators, tasks } from '../directory.ts';
import { PageHead } from '../page-head.tsx';
import { addressOf } from '../place.ts';
import { maySuperviseAll } from '../rights.ts';
import { operatorWords } from './operator-words.ts';

export function OperatorList() {
  const words = operatorWords();
  const [withDeactivated, setWithDeactivated] = useState(false);
  const hasDeactivated = operators.value.value?.some((it) => it.gone) ?? false;
  return (
    <>
      <PageHead title={words.title} note={words.note}>
        {hasDeactivated && (
          <Switch
            label={words.showDeactivated}
            checked={withDeactivated}
            onChange={setWithDeactivated}
          />
        )}
        <SaveMenu
          name={words.title}
          columns={savedColumns(columnsOf())}
          items={operators.value.value ?? []}
        />
        {maySuperviseAll() && (
          <a class="button" data-kind="primary" href={addressOf('operators', ['new'])}>
            <Icon name="plus" />
            {words.add}
          </a>
        )}
      </PageHead>
      <section class="panel">
        <Listed withDeactivated={withDeactivated} />
      </section>
    </>
  );
}

function Listed({ withDeactivated }: { withDeactivated: boolean }) {
  const words = operatorWords();
  const all = operators.value.value;
  const problem = operators.problem.value;
  if (all === undefined) {
    if (problem === undefined) return <Skeleton lines={4} />;
    return <RefusalNotice refusal={problem} retry={() => void operators.refresh()} />;
  }
  const shown = all
    .filter((it) => withDeactivated || !it.gone)
    .sort((a, b) => a.name.localeCompare(b.name));
  if (shown.length === 0) {
    return (
      <EmptyState icon="people" title={words.none}>
        {words.noneText}
      </EmptyState>
    );
  }
  return (
    <DataTable caption={words.title} items={shown} keyOf={({ id }) => id} columns={columnsOf()} />
  );
}

function columnsOf(): Column<OperatorView>[] {
  const words = operatorWords();
  return [
    { key: 'name', label: words.name, cell: NameCell, value: ({ name }) => name },
    {
      key: 'rungAt',
      label: words.rungAt,
      cell: AddressCell,
      value: ({ addresses }) => addresses.map(addressText).join(', '),
    },
    { key: 'tasks', label: words.tasks, cell: TasksCell, value: tasksOf },
    {
      key: 'pin',
      label: words.pin,
      cell: PinCell,
      value: ({ hasPin }) => (hasPin ? words.hasPin : words.noPin),
    },
    {
      key: 'state',
      label: words.state,
      cell: StateCell,
      value: ({ away, gone }) => (gone ? words.deactivated : away ? words.away : words.here),
    },
  ];
}

function tasksOf({ id }: OperatorView): string {
  const his = (tasks.value.value ?? []).filter((it) => it.operators.includes(id));
  return his.map(({ title }) => title).join(', ');
}

function NameCell({ id, name }: OperatorView) {
  return (
    <span class="stacked">
      <a class="row-link" href={addressOf('operators', [id])}>
        {name}
      </a>
      <span class="soft small">{id}</span>
    </span>
  );
}

function AddressCell({ addresses, at }: OperatorView) {
  return (
    <ul class="addresses">
      {addresses.map((address) => (
        <li key={address} class={address === at ? 'numbers' : 'numbers soft small'}>
          {addressText(address)}
        </li>
      ))}
    </ul>
  );
}

function TasksCell(operator: OperatorView) {
  return <>{tasksOf(operator) || <span class="soft">{operatorWords().noTasks}</span>}</>;
}

function PinCell({ hasPin }: OperatorView) {
  const words = operatorWords();
  return <span class={hasPin ? undefined : 'soft'}>{hasPin ? words.hasPin : words.noPin}</span>;
}

function StateCell({ away, gone }: OperatorView) {
  const words = operatorWords();
  if (gone) return <Chip>{words.deactivated}</Chip>;
  if (away) {
    return (
      <Chip tone="wait" dot>
        {words.away}
      </Chip>
    );
  }
  return (
    <Chip tone="good" dot>
      {words.here}
    </Chip>
  );
}
