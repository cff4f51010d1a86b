import { useEffect } from 'preact/hooks';
import { now } from '../../browser/clock.ts';
import { ask } from '../../shell/api/ask.ts';
import { resource } from '../../shell/api/resource.ts';
import { me } from '../../shell/me.ts';
import { stateName } from '../../words/state-words.ts';
import { clockTime, span } from '../../words/times.ts';
import { deskWords } from '../desk-words.ts';

const states = resource(() => ask('GET', '/me/states'));

/** The operator's day: when they were there, and when and why not. */
export function DayStates() {
  const words = deskWords();
  const { awaySince, notResponding } = me.value.value?.operator ?? {};
  useEffect(() => void states.refresh(), [awaySince, notResponding]);
  const spans = states.value.value?.spans ?? [];
  if (spans.length === 0) return null;
  return (
    <details class="panel day-states">
      <summary>{words.dayStates}</summary>
      <ol>
        {spans.map(({ from, until, ...state }) => (
          <li key={from} data-state={state.state}>
            <time class="numbers" dateTime={from}>
              {clockTime(from)}
            </time>
            <span>{stateName(state)}</span>
            <span class="soft numbers">
              {span((until ? Date.parse(until) : now.value) - Date.parse(from))}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
