import type { Attempt, AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { type Recording, withRecording } from '../../../lambdas/domain/attempt/recording.ts';
import type { Instant } from '../../../lambdas/domain/basics/instant.ts';
import type {
  DueRecording,
  KeptRecording,
  Recordings,
} from '../../../lambdas/ports/calls/recordings.ts';
import type { MemoryTables } from './memory-tables.ts';

export class MemoryRecordings implements Recordings {
  readonly #tables: MemoryTables;
  #due: DueRecording[] = [];

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async note(id: AttemptId, recording: Recording): Promise<Attempt | undefined> {
    const stored = this.#tables.attempts.get(id);
    if (stored === undefined) return undefined;
    const recordings = withRecording(stored.recordings ?? [], recording);
    const attempt = { ...stored, recordings };
    this.#tables.attempts.set(id, attempt);
    return attempt;
  }

  async keepUntil({ attempt, sid, call }: KeptRecording, deleteAt: Instant): Promise<void> {
    const isSame = (it: DueRecording) => it.sid === sid && it.deleteAt === deleteAt;
    if (this.#due.some(isSame)) return;
    this.#due = [...this.#due, { attempt, sid, call, deleteAt }].sort(
      (one, other) => one.deleteAt - other.deleteAt,
    );
  }

  async dueBy(at: Instant, limit: number): Promise<DueRecording[]> {
    return this.#due.filter(({ deleteAt }) => deleteAt <= at).slice(0, limit);
  }

  async forget({ sid, deleteAt }: DueRecording): Promise<void> {
    this.#due = this.#due.filter((it) => it.sid !== sid || it.deleteAt !== deleteAt);
  }
}
