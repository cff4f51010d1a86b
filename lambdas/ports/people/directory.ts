import type { Account, Operator, Task } from '../../domain/task/task.ts';

/** Until somebody stores the account's settings: Twilio's default rate for a new account. */
export const defaultAccount: Account = { callsPerSecond: 1 };

export type OperatorChange = Partial<
  Pick<Operator, 'away' | 'gone'> &
    Required<
      Pick<Operator, 'at' | 'currentTask' | 'awayReason' | 'awaySince' | 'role' | 'roleChangedAt'>
    >
>;

/**
 * Tasks, operators and the account's settings. Reads may be a few seconds old; what desks are shown
 * is not: they ask because they were told that it changed.
 */
export interface Directory {
  task(id: string): Promise<Task | undefined>;
  tasks(): Promise<Task[]>;
  operators(): Promise<Operator[]>;
  operator(id: string): Promise<Operator | undefined>;
  account(): Promise<Account>;
  putTask(task: Task): Promise<void>;
  putOperator(operator: Operator): Promise<void>;
  putAccount(account: Account): Promise<void>;
  /** Nothing is dialled for the task until a person lifts it. Repeating it keeps the first reason. */
  pauseTask(id: string, reason: string): Promise<void>;
  resumeTask(id: string): Promise<void>;
  /** Changes these alone of an operator who is there; whoever changes others at the same time is not undone. */
  changeOperator(id: string, change: OperatorChange): Promise<void>;
}
