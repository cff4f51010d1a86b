import type { StoredScript } from '../../../../domain/script/script.ts';
import { ask } from '../../../shell/api/ask.ts';
import { type Resource, resource } from '../../../shell/api/resource.ts';

const scripts = new Map<string, Resource<StoredScript>>();

/** One version of a script: it never changes, so it is asked for once. */
export function scriptVersion({
  id,
  version,
}: {
  id: string;
  version: number;
}): Resource<StoredScript> {
  const key = `${id}@${version}`;
  const known = scripts.get(key);
  if (known) return known;
  const script = resource(() => ask('GET', `/scripts/${id}?version=${version}`));
  scripts.set(key, script);
  void script.refresh();
  return script;
}
