import type { OperatorState } from '../../../contract/people.ts';
import { now } from '../../browser/clock.ts';
import { Chip } from '../../parts/chip.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { TimeSince } from '../../parts/running-time.tsx';
import { runningTime } from '../../words/times.ts';
import type { Tone } from '../../words/tone.ts';
import { addressOf } from '../place.ts';
import { operatorStates } from './board-state.ts';
import { boardWords } from './board-words.ts';

const tones: Record<OperatorState['state'], Tone> = {
  free: 'good',
  'not-responding': 'bad',
  ringing: 'wait',
  waiting: 'info',
  talking: 'info',
  'wrap-up': 'wait',
  away: 'plain',
  gone: 'plain',
};

/** Those who could take a call first. */
const order: OperatorState['state'][] = [
  'free',
  'not-responding',
  'ringing',
  'waiting',
  'talking',
  'wrap-up',
  'away',
  'gone',
];

export function OperatorList() {
  const words = boardWords();
  const all = [...operatorStates.value].sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.name.localeCompare(b.name),
  );
  return (
    <section class="panel">
      <header>
        <h3>{words.operators}</h3>
        <Chip>{all.length}</Chip>
      </header>
      {all.length === 0 ? (
        <EmptyState icon="people" title={words.noOperators}>
          <a href={addressOf('operators', ['new'])}>{words.addOperator}</a>
        </EmptyState>
      ) : (
        <ul class="operator-states">
          {all.map((operator) => (
            <OperatorLine key={operator.id} operator={operator} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OperatorLine({
  operator: { id, name, state, online, ...times },
}: {
  operator: OperatorState;
}) {
  const words = boardWords();
  const desk = online ? words.online : words.offline;
  return (
    <li>
      <span class="presence" data-online={online ? '' : undefined} title={desk}>
        <span class="unseen">{desk}</span>
      </span>
      <a href={addressOf('operators', [id])}>{name}</a>
      <OperatorTime state={state} {...times} />
      <Chip tone={tones[state]} dot>
        {words.states[state]}
      </Chip>
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
