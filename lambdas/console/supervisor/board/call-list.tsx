import type { AttemptView } from '../../../contract/calls.ts';
import { Chip } from '../../parts/chip.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { TimeSince } from '../../parts/running-time.tsx';
import { callStateTones } from '../../words/call-tones.ts';
import { callStateName, originName } from '../../words/call-words.ts';
import { phoneText } from '../../words/phone-text.ts';
import { exactTime } from '../../words/times.ts';
import { operatorName, taskTitle } from '../directory.ts';
import { addressOf } from '../place.ts';
import { liveCalls } from './board-state.ts';
import { boardWords } from './board-words.ts';
import { callName } from './call-names.ts';

export function CallList() {
  const words = boardWords();
  const calls = liveCalls.value;
  return (
    <section class="panel">
      <header>
        <h3>{words.calls}</h3>
        <Chip tone={calls.length > 0 ? 'good' : 'plain'}>{calls.length}</Chip>
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
          columns={[
            { key: 'operator', label: words.operator, cell: OperatorCell },
            { key: 'customer', label: words.customer, cell: CustomerCell },
            { key: 'task', label: words.task, cell: ({ task }) => taskTitle(task) },
            { key: 'state', label: words.state, cell: StateCell },
            { key: 'since', label: words.since, cell: SinceCell },
          ]}
        />
      )}
    </section>
  );
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

function StateCell({ state, origin, dueAt }: AttemptView) {
  const promised = boardWords().promisedFor(exactTime(dueAt));
  return (
    <span class="stacked">
      <Chip tone={callStateTones[state]} dot>
        {callStateName(state)}
      </Chip>
      <span class="soft small">{origin === 'callback' ? promised : originName(origin)}</span>
    </span>
  );
}

/** Since they talk, else since the phone of the state rings. */
function SinceCell({ bridgedAt, state, legs, claimedAt }: AttemptView) {
  const leg = state === 'dialling' ? legs.customer : legs.operator;
  return (
    <strong class="since">
      <TimeSince instant={bridgedAt ?? leg.at ?? claimedAt} />
    </strong>
  );
}
