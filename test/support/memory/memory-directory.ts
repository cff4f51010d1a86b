import type { Account, Operator, Task } from '../../../lambdas/domain/task/task.ts';
import {
  type Directory,
  defaultAccount,
  type OperatorChange,
} from '../../../lambdas/ports/people/directory.ts';

export class MemoryDirectory implements Directory {
  readonly #tasks = new Map<string, Task>();
  readonly #operators = new Map<string, Operator>();
  #account = defaultAccount;
  #sorted: { tasks: Task[]; operators: Operator[] } | undefined;

  async task(id: string): Promise<Task | undefined> {
    return this.#tasks.get(id);
  }

  async tasks(): Promise<Task[]> {
    return this.#lists().tasks;
  }

  async operators(): Promise<Operator[]> {
    return this.#lists().operators;
  }

  /** Sorted once for all who ask until something changes: nobody changes a list that was read. */
  #lists(): { tasks: Task[]; operators: Operator[] } {
    this.#sorted ??= {
      tasks: [...this.#tasks.values()].sort(byId),
      operators: [...this.#operators.values()].sort(byId),
    };
    return this.#sorted;
  }

  #set<Entry>(entries: Map<string, Entry>, id: string, entry: Entry): void {
    entries.set(id, entry);
    this.#sorted = undefined;
  }

  async operator(id: string): Promise<Operator | undefined> {
    return this.#operators.get(id);
  }

  async account(): Promise<Account> {
    return this.#account;
  }

  async putTask(task: Task): Promise<void> {
    this.#set(this.#tasks, task.id, task);
  }

  async putOperator(operator: Operator): Promise<void> {
    this.#set(this.#operators, operator.id, operator);
  }

  async putAccount(account: Account): Promise<void> {
    this.#account = account;
  }

  async pauseTask(id: string, reason: string): Promise<void> {
    const task = this.#tasks.get(id);
    if (task !== undefined) this.#set(this.#tasks, id, { ...task, paused: task.paused ?? reason });
  }

  async resumeTask(id: string): Promise<void> {
    const { paused: _, ...task } = this.#tasks.get(id) ?? {};
    if ('id' in task) this.#set(this.#tasks, id, task as Task);
  }

  async changeOperator(id: string, change: OperatorChange): Promise<void> {
    const operator = this.#operators.get(id);
    if (operator !== undefined) this.#set(this.#operators, id, { ...operator, ...change });
  }
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
