import type { Problems } from '../../problems.ts';
import type { TaskDraft } from '../drafts/task-draft.ts';

/** What every part of the form is given. */
export interface TaskFormProps {
  draft: TaskDraft;
  problems: Problems;
  isNew: boolean;
  onChange: (part: Partial<TaskDraft>) => void;
}
