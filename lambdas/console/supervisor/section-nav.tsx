import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from '../parts/icon.tsx';
import { addressOf, place, type Section } from './place.ts';
import { isOffered } from './rights.ts';
import { supervisorWords } from './supervisor-words.ts';

const icons: Partial<Record<Section, IconName>> = {
  board: 'headset',
  promises: 'calendar',
  customers: 'person',
  calls: 'handset',
  reports: 'chart',
  tasks: 'list',
  scripts: 'document',
  operators: 'people',
  'do-not-call': 'bellOff',
  import: 'upload',
  audit: 'edit',
  account: 'keys',
};

function offered(): [Section, IconName][] {
  const all = Object.entries(icons) as [Section, IconName][];
  return all.filter(([name]) => isOffered(name));
}

/** A story is told within the customers. */
const homes: Partial<Record<Section, Section>> = { rows: 'customers' };

export function SectionNav() {
  const { sections: label, names } = supervisorWords();
  const { section } = place.value;
  const current = homes[section] ?? section;
  return (
    <nav class="section-nav" aria-label={label} ref={useShown(current)}>
      <ul>
        {offered().map(([name, icon]) => (
          <li key={name}>
            <a href={addressOf(name)} aria-current={name === current ? 'page' : undefined}>
              <Icon name={icon} />
              <span>{names[name]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Beside the page all are seen; above a narrow one they are a row to scroll, which shows where one is. */
function useShown(current: Section) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const link = nav.current?.querySelector('[aria-current="page"]');
    link?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
  }, [current]);
  return nav;
}
