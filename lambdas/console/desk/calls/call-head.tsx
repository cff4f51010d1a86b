import type { AttemptView, Card } from '../../../contract/calls.ts';
import { now } from '../../browser/clock.ts';
import { Chip } from '../../parts/chip.tsx';
import { CustomerClock } from '../../parts/customer-clock.tsx';
import { TimeSince, TimeUntil } from '../../parts/running-time.tsx';
import { callWords, inWords } from '../../words/call-words.ts';
import { phoneText } from '../../words/phone-text.ts';
import { moment, ownZone, runningTime } from '../../words/times.ts';
import { CallActions } from './acts/call-actions.tsx';
import { WrapUp } from './acts/wrap-up.tsx';
import { talkMilliseconds } from './history-list.tsx';
import { Legs } from './legs.tsx';
import { onCallWords } from './on-call-words.ts';
import { OriginChip } from './origin.tsx';
import { isOver } from './state/merge-calls.ts';

/** Who is called, how far the call is, and what can be done about it. */
export function CallHead({ call, card }: { call: AttemptView; card: Card | undefined }) {
  return (
    <header class="panel call-head" data-state={call.state} data-origin={call.origin}>
      <div class="call-who">
        <h2 tabIndex={-1}>
          <bdi>{card?.name?.trim() || phoneText(call.customer)}</bdi>
        </h2>
        <p class="call-number numbers">{phoneText(call.customer)}</p>
        <p class="call-facts">
          <OriginChip origin={call.origin} />
          {card && (
            <Chip icon="globe">
              <CustomerClock clock={card.clock} />
            </Chip>
          )}
          {card && <span class="soft small">{card.task.title}</span>}
        </p>
      </div>
      <div class="call-course">
        <Clock call={call} />
        <Legs call={call} />
        <Hint call={call} />
      </div>
      {isOver(call) ? <WrapUp call={call} card={card} /> : <CallActions call={call} />}
    </header>
  );
}

/** The one time that matters now. */
function Clock({ call }: { call: AttemptView }) {
  const words = callWords();
  return (
    <p class="call-clock" role="timer" aria-live="off">
      <span class="call-state">
        {isOver(call) && call.outcome
          ? inWords(words.outcomes, call.outcome)
          : words.states[call.state]}
      </span>
      <b class="numbers">
        <ClockTime call={call} />
      </b>
    </p>
  );
}

function ClockTime({ call }: { call: AttemptView }) {
  switch (call.state) {
    case 'connecting':
    case 'ringing':
      return <TimeSince instant={call.claimedAt} />;
    case 'waiting':
      return <TimeUntil instant={call.dueAt} />;
    case 'dialling':
      return <TimeSince instant={factAt(call, 'dialling') ?? call.claimedAt} />;
    case 'talking':
      return <TimeSince instant={call.bridgedAt ?? call.claimedAt} />;
    case 'over': {
      const talk = talkMilliseconds(call);
      return talk === undefined ? null : <span>{runningTime(talk)}</span>;
    }
    default:
      return call.state satisfies never;
  }
}

/** What to do, or what happens by itself. */
function Hint({ call }: { call: AttemptView }) {
  const words = onCallWords();
  const withdrawn = call.facts.find(({ kind }) => kind === 'withdrawn');
  if (withdrawn) {
    return (
      <p class="call-hint">
        {words.whyWithdrawn(inWords(callWords().withdrawals, String(withdrawn.reason)))}
      </p>
    );
  }
  if (isOver(call) && call.nextDueAt) {
    return <p class="call-hint">{words.nextTry(moment(call.nextDueAt, ownZone, now.value))}</p>;
  }
  const isPhone = !call.operator.address.startsWith('client:');
  if (call.state === 'ringing' && isPhone) return <p class="call-hint">{words.pressOne}</p>;
  return null;
}

function factAt({ facts }: AttemptView, kind: string): string | undefined {
  return facts.find((fact) => fact.kind === kind)?.at;
}
