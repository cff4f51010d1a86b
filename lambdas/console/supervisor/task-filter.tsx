import { tasks } from './directory.ts';
import { supervisorWords } from './supervisor-words.ts';

export interface TaskFilterProps {
  value: string;
  onChange: (task: string) => void;
}

/** One task, or all of them (an empty text). */
export function TaskFilter({ value, onChange }: TaskFilterProps) {
  const words = supervisorWords();
  return (
    <label class="filter">
      <span class="unseen">{words.task}</span>
      <select class="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{words.allTasks}</option>
        {(tasks.value.value ?? []).map((task) => (
          <option key={task.id} value={task.id}>
            {task.title}
          </option>
        ))}
      </select>
    </label>
  );
}
