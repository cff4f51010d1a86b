import { place } from '../place.ts';
import { TaskEditor } from './task-editor.tsx';
import { TaskList } from './task-list.tsx';

export function TasksPage() {
  const [id] = place.value.rest;
  return id === undefined ? (
    <TaskList />
  ) : (
    <TaskEditor key={id} id={id === 'new' ? undefined : id} />
  );
}
