import type { Account, Operator, Task } from '../../../lambdas/domain/task/task.ts';
import {
  type Directory,
  defaultAccount,
  type OperatorChange,
} from '../../../lambdas/ports/directory.ts';

export class MemoryDirectory implements Directory {
  readonly #tasks = new Map<string, Task>();
  readonly #operators = new Map<string, Operator>();
  #account = defaultAccount;

  async task(id: string): Promise<Task | undefined> {
    return this.#tasks.get(id);
  }

  async tasks(): Promise<Task[]> {
    return [...this.#tasks.values()].sort(byId);
  }

  async operators(): Promise<Operator[]> {
    return [...this.#operators.values()].sort(byId);
  }

  async operator(id: string): Promise<Operator | undefined> {
    return this.#operators.get(id);
  }

  async account(): Promise<Account> {
    return this.#account;
  }

  async putTask(task: Task): Promise<void> {
    this.#tasks.set(task.id, task);
  }

  async putOperator(operator: Operator): Promise<void> {
    this.#operators.set(operator.id, operator);
  }

  async putAccount(account: Account): Promise<void> {
    this.#account = account;
  }

  async pauseTask(id: string, reason: string): Promise<void> {
    const task = this.#tasks.get(id);
    if (task !== undefined) this.#tasks.set(id, { ...task, paused: task.paused ?? reason });
  }

  async resumeTask(id: string): Promise<void> {
    const { paused: _, ...task } = this.#tasks.get(id) ?? {};
    if ('id' in task) this.#tasks.set(id, task as Task);
  }

  async changeOperator(id: string, change: OperatorChange): Promise<void> {
    const operator = this.#operators.get(id);
    if (operator !== undefined) this.#operators.set(id, { ...operator, ...change });
  }
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
