import type { GateFacts } from '../../lambdas/domain/gate/question.ts';
import { defaultAccount } from '../../lambdas/ports/people/directory.ts';

/** What the gate knows of a number that nobody ever called, with what a test wants otherwise. */
export function gateFacts(given: Partial<GateFacts> = {}): GateFacts {
  return { history: [], ofOtherRows: [], account: defaultAccount, ours: new Set(), ...given };
}
