import type { Me } from '../../../contract/people.ts';
import { now } from '../../browser/clock.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Menu } from '../../parts/menu.tsx';
import { me } from '../../shell/me.ts';
import { awayReason } from '../../words/state-words.ts';
import { runningTime } from '../../words/times.ts';
import { deskWords } from '../desk-words.ts';
import { keys } from '../keys/key-list.ts';
import { changePresence } from './presence.ts';

type Operator = NonNullable<Me['operator']>;

/** Whether they take calls; who goes says why, and sees how long they have been away. */
export function HereOrAway({ operator }: { operator: Operator }) {
  const words = deskWords();
  const { away } = operator;
  return (
    <fieldset class="presence" data-away={away ? '' : undefined} aria-label={words.presence}>
      <Button
        pressed={!away}
        {...(away ? { keys: keys.away } : { icon: 'check' as const })}
        onClick={() => void changePresence({ away: false })}
      >
        {words.available}
      </Button>
      <AwayMenu operator={operator} />
    </fieldset>
  );
}

function AwayMenu({ operator }: { operator: Operator }) {
  const words = deskWords();
  const { away } = operator;
  const shown = away ? awayText(operator) : words.away;
  const items = (me.value.value?.awayReasons ?? []).map((reason) => ({
    key: reason,
    label: awayReason(reason),
    checked: away && operator.awayReason === reason,
    onChoose: () => void changePresence({ away: true, awayReason: reason }),
  }));
  const button = (
    <>
      <Icon name="moon" />
      <span class="menu-value numbers">{shown}</span>
      <Icon name="down" />
    </>
  );
  return (
    <Menu
      align="start"
      label={`${words.away}: ${words.awayWhy}`}
      button={button}
      items={items}
      {...(!away && { keys: keys.away })}
    />
  );
}

/** “Lunch 12:05”: why, and for how long. */
export function awayText({ awayReason: reason, awaySince }: Operator): string {
  const why = reason === undefined ? deskWords().away : awayReason(reason);
  if (awaySince === undefined) return why;
  return `${why} · ${runningTime(now.value - Date.parse(awaySince))}`;
}
