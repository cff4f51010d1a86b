import { useState } from 'preact/hooks';
import type { StoredScript } from '../../../domain/script/script.ts';
import { Icon } from '../../parts/icon.tsx';
import { Menu } from '../../parts/menu.tsx';
import { toast } from '../../parts/toasts.tsx';
import { scriptVersion } from '../story/story-state.ts';
import { sourceOf } from './script-check.ts';
import { scriptWords } from './script-words.ts';

export interface VersionChoiceProps {
  /** The newest version. */
  script: StoredScript;
  onLoad: (source: string) => void;
}

/** More would be a list that nobody reads to its end. */
const mostListed = 30;

/** Puts an earlier version into the editor; saved, it is the newest one. */
export function VersionChoice({ script, onLoad }: VersionChoiceProps) {
  const words = scriptWords();
  const [shown, setShown] = useState(script.version);
  const load = async (version: number) => {
    const answer = await scriptVersion(script.id, version);
    if (answer.kind !== 'done') return toast(answer.sentence, 'bad');
    setShown(version);
    onLoad(sourceOf(answer.value));
    if (version !== script.version) toast(words.shownOld(version));
  };
  const count = Math.min(script.version, mostListed);
  const items = Array.from({ length: count }, (_, at) => script.version - at).map((version) => ({
    key: String(version),
    label:
      version === script.version
        ? `${words.versionOf(version)} (${words.newest})`
        : words.versionOf(version),
    checked: version === shown,
    onChoose: () => void load(version),
  }));
  const button = (
    <>
      {words.versions}
      <Icon name="down" />
    </>
  );
  return <Menu label={words.versions} button={button} items={items} />;
}
