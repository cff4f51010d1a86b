import type { AttemptView } from '../../../contract/calls.ts';
import { Chip } from '../../parts/chip.tsx';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { callWords } from '../../words/call-words.ts';

type Origin = AttemptView['origin'];

const icons: Record<Origin, IconName> = {
  inbound: 'callIn',
  manual: 'callOut',
  callback: 'callOut',
};

/** A customer who calls is told apart at a glance from one who is called. */
export function OriginChip({ origin }: { origin: Origin }) {
  return (
    <Chip tone={origin === 'inbound' ? 'info' : 'plain'} icon={icons[origin]}>
      {callWords().origins[origin]}
    </Chip>
  );
}

/** The same in a list: small, and in the colour of the text. */
export function OriginMark({ origin }: { origin: Origin }) {
  return (
    <span class="origin" data-origin={origin}>
      <Icon name={icons[origin]} />
      {callWords().origins[origin]}
    </span>
  );
}
