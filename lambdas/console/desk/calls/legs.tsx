import type { AttemptView } from '../../../contract/calls.ts';
import { Icon } from '../../parts/icon.tsx';
import { callWords, inWords } from '../../words/call-words.ts';
import { onCallWords } from './on-call-words.ts';

type Leg = AttemptView['legs']['operator'];

/** Both legs of the call, and whether they are joined. */
export function Legs({ call }: { call: AttemptView }) {
  const words = onCallWords();
  const { operator, customer } = call.legs;
  return (
    <div class="legs" role="status">
      <OneLeg name={words.you} leg={operator} icon="headset" />
      <span class="legs-joint" data-joined={call.state === 'talking' ? '' : undefined} />
      <OneLeg name={words.customer} leg={customer} icon="person" />
    </div>
  );
}

interface OneLegProps {
  name: string;
  leg: Leg;
  icon: 'headset' | 'person';
}

function OneLeg({ name, leg, icon }: OneLegProps) {
  const words = callWords();
  const ending = leg.endedAs && inWords(words.legEnds, leg.endedAs);
  return (
    <span class="leg" data-state={leg.state}>
      <span class="leg-icon">
        <Icon name={icon} />
      </span>
      <span>
        <span class="leg-name">{name}</span>
        <small>{leg.state === 'ended' && ending ? ending : words.legs[leg.state]}</small>
      </span>
    </span>
  );
}
