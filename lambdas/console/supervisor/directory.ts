import type { OperatorView } from '../../contract/people.ts';
import type { Task } from '../../domain/task/task.ts';
import { ask } from '../shell/api/ask.ts';
import { resource } from '../shell/api/resource.ts';
import { onLive, onLiveReturn } from '../shell/live.ts';
import { addressText } from '../words/phone-text.ts';
import { isSupervised } from './rights.ts';

export const tasks = resource(async () => {
  const answer = await ask('GET', '/tasks');
  return answer.kind === 'done' ? { ...answer, value: answer.value.filter(isSupervised) } : answer;
});
export const operators = resource(() => ask('GET', '/operators'));
/** The newest version of each. */
export const scripts = resource(() => ask('GET', '/scripts'));

/** Fetches the directory, and again whenever it changes; what is returned ends that. */
export function followDirectory(): () => void {
  const fetchAll = () => {
    for (const it of [tasks, operators, scripts]) void it.refresh();
  };
  fetchAll();
  const ends = [onLive('directory', fetchAll), onLiveReturn(fetchAll)];
  return () => {
    for (const end of ends) end();
  };
}

export function taskById(id: string): Task | undefined {
  return tasks.value.value?.find((it) => it.id === id);
}

export function operatorById(id: string): OperatorView | undefined {
  return operators.value.value?.find((it) => it.id === id);
}

/** What people call a task; its id as long as nothing more is known. */
export function taskTitle(id: string): string {
  return taskById(id)?.title ?? id;
}

/** What people call an operator: by their id, else by the address that they are rung at. */
export function operatorName({
  id,
  address,
}: {
  id?: string | undefined;
  address?: string;
}): string {
  const found = id !== undefined ? operatorById(id) : undefined;
  return found?.name ?? id ?? addressText(address ?? '');
}

/** Those who work here, by name. */
export function presentOperators(): OperatorView[] {
  const all = operators.value.value ?? [];
  return all.filter((it) => !it.gone).sort((a, b) => a.name.localeCompare(b.name));
}
