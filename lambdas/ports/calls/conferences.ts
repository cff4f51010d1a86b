import type { AttemptId } from '../../domain/attempt/attempt.ts';

/** The telephone network's conferences: one for each attempt that needs it, named by its id. */
export interface Conferences {
  /**
   * Puts a leg on hold, which hears the music (the network's own where none is given) and nobody. The
   * same again changes nothing. False where the conference has not begun, or the leg is not in it.
   */
  hold(attempt: AttemptId, leg: string, music: string | undefined): Promise<boolean>;

  /** Lets them talk again; false as above. */
  resume(attempt: AttemptId, leg: string): Promise<boolean>;
}
