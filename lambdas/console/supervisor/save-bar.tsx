import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { taskWords } from './tasks/task-words.ts';

export interface SaveBarProps {
  /** Why it could not be saved. */
  problem: string | undefined;
  isChanged: boolean;
  busy: boolean;
  /** What the button says. */
  save: string;
  onDiscard: () => void;
}

/** At the foot of a form that is longer than the screen, once there is something to save. */
export function SaveBar({ problem, isChanged, busy, save, onDiscard }: SaveBarProps) {
  const words = taskWords();
  if (!isChanged && problem === undefined) return null;
  return (
    <div class="save-bar">
      <p role="status">
        {problem !== undefined ? (
          <span class="bad-text">
            <Icon name="warning" /> {problem}
          </span>
        ) : (
          isChanged && <span class="soft">{words.notSaved}</span>
        )}
      </p>
      <Button disabled={!isChanged || busy} onClick={onDiscard}>
        {words.discard}
      </Button>
      <Button type="submit" kind="primary" busy={busy} disabled={!isChanged}>
        {save}
      </Button>
    </div>
  );
}
