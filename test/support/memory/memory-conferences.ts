import type { AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import type { Conferences } from '../../../lambdas/ports/calls/conferences.ts';

/** The network's conferences: tests say who is in. */
export class MemoryConferences implements Conferences {
  /** Legs that are in a conference that has begun, by attempt. */
  readonly inside = new Map<AttemptId, string>();
  /** What legs on hold hear. */
  readonly held = new Map<string, string | undefined>();

  async hold(attempt: AttemptId, leg: string, music: string | undefined): Promise<boolean> {
    if (this.inside.get(attempt) !== leg) return false;
    this.held.set(leg, music);
    return true;
  }

  async resume(attempt: AttemptId, leg: string): Promise<boolean> {
    if (this.inside.get(attempt) !== leg) return false;
    this.held.delete(leg);
    return true;
  }
}
