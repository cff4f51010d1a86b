import type { Task } from './task.ts';

/** How a stage fills in what a task leaves out: `open` is for trying things out where no call costs anything. */
export const newTaskKinds = ['safe', 'open'] as const;
export type NewTasks = (typeof newTaskKinds)[number];

type FilledIn = Required<Pick<Task, 'allowUnregisteredOperators' | 'attachUnknownCallers'>>;

const filledIn: Record<NewTasks, FilledIn> = {
  safe: { allowUnregisteredOperators: false, attachUnknownCallers: false },
  open: { allowUnregisteredOperators: true, attachUnknownCallers: true },
};

/** The task as it is stored: what it leaves out stays as it was, or is as the stage wants it. */
export function completeTask(given: Task, before: Task | undefined, kind: NewTasks): Task {
  const { allowUnregisteredOperators: others, attachUnknownCallers: callers } = filledIn[kind];
  return {
    ...given,
    allowUnregisteredOperators:
      given.allowUnregisteredOperators ?? before?.allowUnregisteredOperators ?? others,
    attachUnknownCallers: given.attachUnknownCallers ?? before?.attachUnknownCallers ?? callers,
  };
}
