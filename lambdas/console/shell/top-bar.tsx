import type { ComponentChildren } from 'preact';
import { languageNames, languages } from '../../domain/basics/language.ts';
import { Icon } from '../parts/icon.tsx';
import { Menu } from '../parts/menu.tsx';
import { ZoneClock } from '../parts/zone-clock.tsx';
import { language } from '../words/language.ts';
import { liveState } from './live.ts';
import { me } from './me.ts';
import { shellWords } from './shell-words.ts';
import { signOut } from './sign-in/sign-in.ts';
import { type Theme, theme, themes } from './theme.ts';

export interface TopBarProps {
  /** Beside the product's name: which page this is. */
  title: string;
  /** What only this page has: switches, navigation. */
  children?: ComponentChildren;
  /** More entries of the person's menu: the other page, for one. */
  personItems?: Parameters<typeof Menu>[0]['items'];
}

export function TopBar({ title, children, personItems = [] }: TopBarProps) {
  const words = shellWords();
  return (
    <div class="top-frame">
      <header class="top">
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <a class="brand" href={location.pathname}>
          <img src="/icon.svg" alt="" />
          <h1>{title}</h1>
        </a>
        <div class="top-middle">{children}</div>
        <div class="top-end">
          <span class="own-clock" title={words.yourTime}>
            <ZoneClock />
          </span>
          <LanguageMenu />
          <ThemeMenu />
          <PersonMenu items={personItems} />
        </div>
      </header>
      <ConnectionBar />
    </div>
  );
}

/** Calm, and only where there is something to say. */
function ConnectionBar() {
  const lost = liveState.value === 'lost';
  return (
    <div role="status" aria-live="polite">
      {lost && (
        <p class="lost">
          <Icon name="later" />
          {navigator.onLine ? shellWords().lost : shellWords().offline}
        </p>
      )}
    </div>
  );
}

function LanguageMenu() {
  const code = language.value.toUpperCase();
  const items = languages.map((key) => ({
    key,
    label: <span lang={key}>{languageNames[key]}</span>,
    checked: language.value === key,
    onChoose: () => {
      language.value = key;
    },
  }));
  return (
    <Menu
      kind="bare"
      label={`${shellWords().language}: ${code}`}
      button={<span class="language-code">{code}</span>}
      items={items}
    />
  );
}

const themeIcons = { auto: 'contrast', light: 'sun', dark: 'moon' } as const;

function ThemeMenu() {
  const items = themes.map((key: Theme) => ({
    key,
    label: shellWords().themes[key],
    icon: themeIcons[key],
    checked: theme.value === key,
    onChoose: () => {
      theme.value = key;
    },
  }));
  return (
    <Menu
      kind="bare"
      label={shellWords().theme}
      button={<Icon name={themeIcons[theme.value]} />}
      items={items}
    />
  );
}

function PersonMenu({ items }: { items: NonNullable<TopBarProps['personItems']> }) {
  const words = shellWords();
  const who = me.value.value;
  const name = who?.operator?.name ?? who?.id ?? '';
  const leave = {
    key: 'sign-out',
    label: words.signOut,
    icon: 'out' as const,
    onChoose: () => void signOut(),
  };
  const button = (
    <span class="avatar" aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
  return (
    <Menu kind="bare" label={`${words.you}: ${name}`} button={button} items={[...items, leave]} />
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters =
    words.length > 1 ? words.slice(0, 2).map((word) => word[0]) : [...name].slice(0, 1);
  return letters.join('').toUpperCase();
}
