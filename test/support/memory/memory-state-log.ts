import type { Instant } from '../../../lambdas/domain/basics/instant.ts';
import type { StateChange } from '../../../lambdas/domain/views/state-span.ts';
import type { StateLog } from '../../../lambdas/ports/people/state-log.ts';

export class MemoryStateLog implements StateLog {
  readonly #changes = new Map<string, StateChange[]>();

  async note(operator: string, change: StateChange): Promise<void> {
    const others = (this.#changes.get(operator) ?? []).filter(({ at }) => at !== change.at);
    this.#changes.set(
      operator,
      [...others, change].sort((a, b) => a.at - b.at),
    );
  }

  async changes(
    operator: string,
    { from, until }: { from: Instant; until: Instant },
  ): Promise<StateChange[]> {
    const all = this.#changes.get(operator) ?? [];
    const before = all.filter(({ at }) => at < from).slice(-1);
    return [...before, ...all.filter(({ at }) => at >= from && at < until)];
  }
}
