import type { Account, Operator, Task } from '../domain/task.ts';

/** Until somebody stores the account's settings: Twilio's default rate for a new account. */
export const defaultAccount: Account = { callsPerSecond: 1 };

/** Tasks, operators and the account's settings. Reads may be a few seconds old. */
export interface Directory {
  task(id: string): Promise<Task | undefined>;
  tasks(): Promise<Task[]>;
  operators(): Promise<Operator[]>;
  account(): Promise<Account>;
  putTask(task: Task): Promise<void>;
  putOperator(operator: Operator): Promise<void>;
  putAccount(account: Account): Promise<void>;
  /** Nothing is dialled for the task until a person lifts it. Repeating it keeps the first reason. */
  pauseTask(id: string, reason: string): Promise<void>;
}
