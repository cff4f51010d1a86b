import type { Me } from '../../../contract/people.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { Menu } from '../../parts/menu.tsx';
import { me } from '../../shell/me.ts';
import { addressText } from '../../words/phone-text.ts';
import { deskWords } from '../desk-words.ts';
import { PhoneChip } from '../phone/phone-chip.tsx';
import { HereOrAway } from './here-or-away.tsx';
import { changePresence } from './presence.ts';

/** Whether they are there, where they are rung, and for which task they call. */
export function PresenceBar() {
  const who = me.value.value;
  if (who?.operator === undefined) return null;
  return (
    <>
      <HereOrAway operator={who.operator} />
      <LineMenu operator={who.operator} />
      <PhoneChip />
      <TaskMenu who={who} operator={who.operator} />
    </>
  );
}

type Operator = NonNullable<Me['operator']>;

function LineMenu({ operator }: { operator: Operator }) {
  const words = deskWords();
  const items = operator.addresses.map((address) => ({
    key: address,
    label: <Address address={address} />,
    icon: iconOf(address),
    checked: address === operator.at,
    onChoose: () => void changePresence({ at: address }),
  }));
  const shown = isBrowser(operator.at) ? words.thisBrowser : addressText(operator.at);
  const button = (
    <>
      <Icon name={iconOf(operator.at)} />
      <span class="menu-value">{shown}</span>
      <Icon name="down" />
    </>
  );
  return <Menu align="start" label={`${words.rungAt}: ${shown}`} button={button} items={items} />;
}

function Address({ address }: { address: string }) {
  const words = deskWords();
  return (
    <>
      {isBrowser(address) ? words.thisBrowser : words.deskPhone}
      <small>{addressText(address)}</small>
    </>
  );
}

function isBrowser(address: string): boolean {
  return address.startsWith('client:');
}

function iconOf(address: string): IconName {
  return isBrowser(address) ? 'browser' : 'handset';
}

function TaskMenu({ who, operator }: { who: Me; operator: Operator }) {
  const words = deskWords();
  const current = who.tasks.find(({ id }) => id === operator.currentTask) ?? who.tasks[0];
  const items = who.tasks.map((task) => ({
    key: task.id,
    label: (
      <>
        {task.title}
        {task.paused !== undefined && <small>{words.paused(task.paused)}</small>}
      </>
    ),
    checked: task.id === current?.id,
    onChoose: () => void changePresence({ currentTask: task.id }),
  }));
  const button = (
    <>
      <Icon name="list" />
      <span class="menu-value">{current?.title ?? words.noTask}</span>
      <Icon name="down" />
    </>
  );
  return (
    <Menu
      align="start"
      label={`${words.task}: ${current?.title ?? words.noTask}`}
      button={button}
      items={items}
    />
  );
}
