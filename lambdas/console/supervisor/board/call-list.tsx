import type { AttemptView } from '../../../contract/calls.ts';
import { Chip } from '../../parts/chip.tsx';
import { type Column, DataTable, savedColumns } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { TimeSince } from '../../parts/running-time.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { instantCell } from '../../parts/saving/saved-table.ts';
import { callStateTones } from '../../words/call-tones.ts';
import { callStateName, originName } from '../../words/call-words.ts';
import { phoneText } from '../../words/phone-text.ts';
import { exactTime } from '../../words/times.ts';
import { operatorName, taskTitle } from '../directory.ts';
import { addressOf } from '../place.ts';
import { liveCalls } from './board-state.ts';
import { boardWords } from './board-words.ts';
import { callName } from './call-names.ts';

export function CallList({ task: chosen }: { task: string }) {
  const words = boardWords();
  const calls = liveCalls.value.filter(({ task }) => chosen === '' || task === chosen);
  return (
    <section class="panel">
      <header>
        <h3>{words.calls}</h3>
        <Chip tone={calls.length > 0 ? 'good' : 'plain'}>{calls.length}</Chip>
        <SaveMenu name={words.calls} columns={savedColumns(columnsOf())} items={calls} />
      </header>
      {calls.length === 0 ? (
        <EmptyState icon="handset" title={words.noCalls}>
          {words.noCallsText}
        </EmptyState>
      ) : (
        <DataTable
          caption={words.calls}
          items={calls}
          keyOf={({ id }) => id}
          columns={columnsOf()}
        />
      )}
    </section>
  );
}

function columnsOf(): Column<AttemptView>[] {
  const words = boardWords();
  return [
    {
      key: 'operator',
      label: words.operator,
      cell: OperatorCell,
      value: ({ operator }) => operatorName(operator),
    },
    {
      key: 'customer',
      label: words.customer,
      cell: CustomerCell,
      value: (call) => [callName(call), call.customer].filter(Boolean).join(', '),
    },
    { key: 'task', label: words.task, cell: ({ task }) => taskTitle(task) },
    {
      key: 'state',
      label: words.state,
      cell: StateCell,
      value: ({ state }) => callStateName(state),
    },
    {
      key: 'since',
      label: words.since,
      cell: SinceCell,
      value: (call) => instantCell(sinceOf(call)),
    },
  ];
}

function OperatorCell({ operator }: AttemptView) {
  return <strong>{operatorName(operator)}</strong>;
}

function CustomerCell(call: AttemptView) {
  const number = phoneText(call.customer);
  const name = callName(call);
  return (
    <span class="stacked">
      <a class="row-link" href={addressOf('rows', [call.task, call.Id])}>
        {name ?? number}
      </a>
      {name !== undefined && <span class="soft small phone">{number}</span>}
    </span>
  );
}

function StateCell({ state, origin, dueAt, promisedFor = dueAt }: AttemptView) {
  const words = boardWords();
  const promised = words.promisedFor(exactTime(promisedFor));
  const isLaterTry = promisedFor !== dueAt;
  return (
    <span class="stacked">
      <Chip tone={callStateTones[state]} dot>
        {callStateName(state)}
      </Chip>
      <span class="soft small">{origin === 'callback' ? promised : originName(origin)}</span>
      {origin === 'callback' && isLaterTry && (
        <span class="soft small">{words.thisTry(exactTime(dueAt))}</span>
      )}
    </span>
  );
}

/** Since they talk, else since the phone of the state rings. */
function sinceOf({ bridgedAt, state, legs, claimedAt }: AttemptView): string {
  const leg = state === 'dialling' ? legs.customer : legs.operator;
  return bridgedAt ?? leg.at ?? claimedAt;
}

function SinceCell(call: AttemptView) {
  return (
    <strong class="since">
      <TimeSince instant={sinceOf(call)} />
    </strong>
  );
}
