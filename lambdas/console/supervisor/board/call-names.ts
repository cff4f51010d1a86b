import { effect, signal } from '@preact/signals';
import type { AttemptView } from '../../../contract/calls.ts';
import { customerName } from '../../../domain/row/customer-name.ts';
import type { Columns } from '../../../domain/row/row.ts';
import { ask } from '../../shell/api/ask.ts';
import { taskById } from '../directory.ts';
import { pathOfRow } from '../story/story-state.ts';
import { liveCalls } from './board-state.ts';

const rows = signal<ReadonlyMap<string, Columns>>(new Map());
const asked = new Set<string>();

/** What people call the customer; undefined as long as that is not known. */
export function callName({ task, Id }: AttemptView): string | undefined {
  const columns = rows.value.get(`${task}/${Id}`);
  const found = taskById(task);
  return columns && found && customerName(found, columns);
}

/** With more calls at once nobody reads names, and the server has better things to do. */
const mostAtOnce = 60;

/** Looks up whom the calls are to, each row once; what is returned ends that. */
export function followCallNames(): () => void {
  return effect(() => {
    const calls = liveCalls.value.slice(0, mostAtOnce);
    for (const call of calls) void lookUp(call);
  });
}

async function lookUp(call: AttemptView): Promise<void> {
  const key = `${call.task}/${call.Id}`;
  if (asked.has(key)) return;
  asked.add(key);
  const answer = await ask('GET', pathOfRow(call));
  if (answer.kind === 'done') rows.value = new Map([...rows.value, [key, answer.value]]);
  else if (answer.kind === 'unreachable') asked.delete(key);
}
