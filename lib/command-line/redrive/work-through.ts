import { type LetterKind, readDeadLetter } from './dead-letter.ts';
import type { DeadLetterQueue, Letter } from './dead-letter-queue.ts';

export interface Tally {
  moved: number;
  dropped: number;
  /** What stays in the queue. */
  left: number;
}

export interface WorkOrder {
  dialQueueUrl: string;
  /** Take off what cannot be sent again. */
  dropsOthers: boolean;
  signal: AbortSignal;
  watch(tally: Tally): void;
}

/** Sends calls again; leaves or drops the rest. After a stop every letter is either moved or still there. */
export async function workThrough(queue: DeadLetterQueue, order: WorkOrder): Promise<Tally> {
  const left = new Map<string, Letter>();
  const tally: Tally = { moved: 0, dropped: 0, left: 0 };
  try {
    while (!order.signal.aborted) {
      const letters = await queue.take();
      const fresh = letters.filter(({ MessageId }) => !left.has(MessageId));
      if (fresh.length === 0) break;
      const { calls, others } = sorted(fresh);
      const failed = await queue.move(calls, order.dialQueueUrl);
      if (order.dropsOthers) await queue.drop(others);
      for (const letter of order.dropsOthers ? failed : [...failed, ...others])
        left.set(letter.MessageId, letter);
      tally.moved += calls.length - failed.length;
      tally.dropped += order.dropsOthers ? others.length : 0;
      tally.left = left.size;
      order.watch(tally);
    }
  } finally {
    await queue.putBack([...left.values()]);
  }
  return tally;
}

function sorted(letters: readonly Letter[]): {
  calls: (Letter & { message: string })[];
  others: (Letter & { kind: LetterKind })[];
} {
  const read = letters.map((letter) => ({ ...letter, ...readDeadLetter(letter.Body) }));
  return {
    calls: read.filter(({ kind }) => kind === 'call'),
    others: read.filter(({ kind }) => kind !== 'call'),
  };
}
