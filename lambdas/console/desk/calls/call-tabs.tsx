import { Tabs } from '../../parts/tabs.tsx';
import { phoneText } from '../../words/phone-text.ts';
import { goTo, place } from '../place.ts';
import { onCallWords } from './on-call-words.ts';
import { calls, needsForm } from './state/calls.ts';
import { cardOf } from './state/cards.ts';
import { isOver } from './state/merge-calls.ts';

/** The way to each call on the desk, where it is not the only thing there is to see. */
export function CallTabs() {
  const words = onCallWords();
  const here = place.value;
  const isElsewhere = here.at !== 'call' && calls.value.length > 0;
  if (calls.value.length < 2 && !isElsewhere) return null;
  const tabs = calls.value.map((call) => ({
    value: call.id,
    label: (
      <>
        <bdi>{cardOf(call.id).value.value?.name?.trim() || phoneText(call.customer)}</bdi>{' '}
        <small>{isOver(call) ? needsForm(call.id) && words.formUnsent : words.live}</small>
      </>
    ),
  }));
  return (
    <Tabs
      label={words.tabs}
      value={here.at === 'call' ? here.attempt : ''}
      tabs={tabs}
      onChange={(attempt) => goTo({ at: 'call', attempt })}
    />
  );
}
