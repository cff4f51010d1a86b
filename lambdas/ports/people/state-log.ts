import type { Instant } from '../../domain/basics/instant.ts';
import type { StateChange } from '../../domain/views/state-span.ts';

/** Whether operators took calls, and since when: kept as long as the stories of rows. */
export interface StateLog {
  /** Repeating it changes nothing: an operator's state of an instant is kept once. */
  note(operator: string, change: StateChange): Promise<void>;

  /** The operator's changes of the span in the order of time, after the last one before it. */
  changes(operator: string, span: { from: Instant; until: Instant }): Promise<StateChange[]>;
}
