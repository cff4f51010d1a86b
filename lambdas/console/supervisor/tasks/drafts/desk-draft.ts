import type { Task } from '../../../../domain/task/task.ts';
import { numberIn } from '../../number-in.ts';

/** What operators find at their desks, as the form holds it. */
export interface DeskDraft {
  requiresForm: boolean;
  /** Empty: as the system has it. */
  mostWrapUpSeconds: string;
  /** Names of columns, one a line; empty: all of them. */
  cardColumns: string;
  /** Empty: there is none. */
  cardUrl: string;
  /** Empty: the network's own. */
  holdMusic: string;
}

export function deskOf(task: Partial<Task>): DeskDraft {
  return {
    requiresForm: task.requiresForm ?? false,
    mostWrapUpSeconds: String(task.mostWrapUpSeconds ?? ''),
    cardColumns: (task.cardColumns ?? []).join('\n'),
    cardUrl: task.cardUrl ?? '',
    holdMusic: task.holdMusic ?? '',
  };
}

export function bodyOfDesk(draft: DeskDraft): object {
  const { requiresForm, mostWrapUpSeconds, cardColumns, cardUrl, holdMusic } = draft;
  const columns = [...new Set(linesOf(cardColumns))];
  return {
    ...(requiresForm && { requiresForm }),
    ...(mostWrapUpSeconds.trim() !== '' && { mostWrapUpSeconds: numberIn(mostWrapUpSeconds) }),
    ...(columns.length > 0 && { cardColumns: columns }),
    ...(cardUrl.trim() !== '' && { cardUrl: cardUrl.trim() }),
    ...(holdMusic.trim() !== '' && { holdMusic: holdMusic.trim() }),
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((it) => it.trim())
    .filter((it) => it !== '');
}
