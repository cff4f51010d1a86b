import type { OperatorView, OperatorState as ShownState } from '../../../contract/people.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import { lineOf } from '../../../domain/task/operator-line.ts';
import type { Operator } from '../../../domain/task/task.ts';
import type { OperatorState } from '../../../domain/views/operator-state.ts';

/** Entries that were stored before a property existed lack it. */
export function showOperator(operator: Operator): OperatorView {
  const { id, name, addresses, away = false, gone = false, currentTask, pinHash } = operator;
  return {
    id,
    name,
    addresses,
    at: lineOf(operator),
    away,
    gone,
    currentTask,
    hasPin: pinHash !== undefined,
  };
}

export function showState(state: OperatorState): ShownState {
  const { since, freeAt, ...rest } = state;
  return {
    ...rest,
    ...(since !== undefined && { since: toIso(since) }),
    ...(freeAt !== undefined && { freeAt: toIso(freeAt) }),
  };
}
