import { sameAddress } from '../row/caller-address.ts';
import { type Columns, Status, statusOf, textOf } from '../row/row.ts';
import type { ReservedProblem } from './edit-problem.ts';

export interface OperatorsEdit {
  /** The row as it stands; empty where there is none yet. */
  before: Columns;
  given: Columns;
  /** Where the operator is reached who makes it. */
  addresses: readonly string[];
}

/** Why it takes a supervisor to set these columns, if it does. */
export function reservedProblem(edit: OperatorsEdit): ReservedProblem | undefined {
  const { before } = edit;
  if (changes(edit, 'status') && statusOf({ columns: before }) === Status.doNotCall) {
    return { code: 'ban-is-kept' };
  }
  return changes(edit, 'operator_number') && !isOwn(edit) ? { code: 'owner-is-kept' } : undefined;
}

function changes({ before, given }: OperatorsEdit, column: string): boolean {
  return Object.hasOwn(given, column) && textOf(given[column]) !== textOf(before[column]);
}

/** From nobody or themselves to themselves or nobody. */
function isOwn({ before, given, addresses }: OperatorsEdit): boolean {
  return [before, given].every(({ operator_number }) => {
    const owner = textOf(operator_number);
    return owner === undefined || addresses.some((it) => sameAddress(it, owner));
  });
}
