import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { toast } from '../../parts/toasts.tsx';
import { me } from '../../shell/me.ts';
import { deskWords } from '../desk-words.ts';
import { goTo } from '../place.ts';
import { takeNextRow } from '../rows/next-row.ts';

/** A look at the next customer whom nobody has called, before they are called. */
export function NextUncalled() {
  const words = deskWords();
  const [busy, setBusy] = useState(false);
  const who = me.value.value;
  const task = who?.operator?.currentTask ?? who?.tasks[0]?.id;
  if (task === undefined) return null;
  const take = async () => {
    setBusy(true);
    const taken = await takeNextRow(task);
    setBusy(false);
    if (taken.kind === 'row') goTo({ at: 'row', row: taken.row, preview: true });
    else toast(taken.kind === 'none' ? words.noneUncalled : taken.sentence, 'bad');
  };
  return (
    <section class="panel uncalled">
      <Icon name="people" />
      <div>
        <h2>{words.nextUncalled}</h2>
        <p class="soft small">{words.nextUncalledText}</p>
      </div>
      <Button busy={busy} onClick={() => void take()} icon="right" label={words.nextUncalled} />
    </section>
  );
}
