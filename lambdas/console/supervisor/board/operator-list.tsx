import type { OperatorState } from '../../../contract/people.ts';
import { now } from '../../browser/clock.ts';
import { Chip } from '../../parts/chip.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { TimeSince } from '../../parts/running-time.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { instantCell } from '../../parts/saving/saved-table.ts';
import { numberText } from '../../words/dictionary.ts';
import { runningTime } from '../../words/times.ts';
import { addressOf } from '../place.ts';
import { maySuperviseAll } from '../rights.ts';
import { staffOfTask } from './board-state.ts';
import { boardWords } from './board-words.ts';
import { OperatorMenu } from './operator-menu.tsx';
import { countStates, inOrder, type Staff, staffTones } from './staff.ts';

export function OperatorList({ task }: { task: string }) {
  const words = boardWords();
  const all = inOrder(staffOfTask(task));
  return (
    <section class="panel">
      <header>
        <h3>{words.operators}</h3>
        <Chip>{all.length}</Chip>
        <SaveMenu
          name={words.operators}
          columns={[
            { label: words.operator, value: ({ name }: Staff) => name },
            { label: words.state, value: ({ shown }) => words.states[shown] },
            { label: words.since, value: ({ since }) => instantCell(since) },
          ]}
          items={all}
        />
      </header>
      {all.length === 0 ? (
        <EmptyState icon="people" title={words.noOperators}>
          {maySuperviseAll() && <a href={addressOf('operators', ['new'])}>{words.addOperator}</a>}
        </EmptyState>
      ) : (
        <>
          <ul class="state-counts" aria-label={words.byState}>
            {countStates(all).map(([state, count]) => (
              <li key={state}>
                <Chip tone={staffTones[state]} dot>
                  {`${words.states[state]} ${numberText(count)}`}
                </Chip>
              </li>
            ))}
          </ul>
          <ul class="operator-states">
            {all.map((operator) => (
              <OperatorLine key={operator.id} operator={operator} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function OperatorLine({ operator }: { operator: Staff }) {
  const words = boardWords();
  const { id, name, online, shown, ...times } = operator;
  const desk = online ? words.online : words.offline;
  return (
    <li>
      <span class="presence" data-online={online ? '' : undefined} title={desk}>
        <span class="unseen">{desk}</span>
      </span>
      <a href={addressOf('operators', [id])}>{name}</a>
      <OperatorTime {...times} />
      <Chip tone={staffTones[shown]} dot>
        {words.states[shown]}
      </Chip>
      <OperatorMenu operator={operator} />
    </li>
  );
}

function OperatorTime({ state, since, freeAt }: Pick<OperatorState, 'state' | 'since' | 'freeAt'>) {
  const words = boardWords();
  if (state === 'wrap-up' && freeAt !== undefined) {
    const left = runningTime(Date.parse(freeAt) - now.value);
    return <span class="soft small numbers">{words.left(left)}</span>;
  }
  if (since === undefined) return null;
  return (
    <span class="soft small">
      <TimeSince instant={since} />
    </span>
  );
}
