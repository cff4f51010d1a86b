import type { FormView } from '../../../../contract/forms.ts';
import type { StoredScript } from '../../../../domain/script/script.ts';
import { onLive } from '../../../shell/live.ts';
import { FormKeeper } from './form-keeper.ts';

const keepers = new Map<string, FormKeeper>();

/** The keeper of a call's form: one in this tab, for as long as the call is on the desk. */
export function keeperOf(
  attempt: string,
  { script, form }: { script: StoredScript; form: FormView | undefined },
): FormKeeper {
  const known = keepers.get(attempt);
  if (known) return known;
  const keeper = new FormKeeper(attempt, script, form);
  keepers.set(attempt, keeper);
  return keeper;
}

export function knownKeeper(attempt: string): FormKeeper | undefined {
  return keepers.get(attempt);
}

export function dropKeeper(attempt: string): void {
  keepers.get(attempt)?.exchange.end();
  keepers.delete(attempt);
}

/** Drafts hear of other desks, and are saved at once when the page goes to sleep. */
export function startKeeping(): void {
  onLive(
    'form',
    ({ attempt, revision }) => void keepers.get(attempt)?.exchange.hearRevision(revision),
  );
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') restAll();
  });
  addEventListener('pagehide', restAll);
}

function restAll(): void {
  for (const keeper of keepers.values()) keeper.exchange.saver.flush();
}
