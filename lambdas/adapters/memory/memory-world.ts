import type { Instant } from '../../domain/instant.ts';
import type { Ports } from '../../ports/ports.ts';
import { MemoryAttempts } from './memory-attempts.ts';
import { MemoryCallSlots } from './memory-call-slots.ts';
import { MemoryClock } from './memory-clock.ts';
import { MemoryDialQueue } from './memory-dial-queue.ts';
import { MemoryDirectory } from './memory-directory.ts';
import { MemoryJournal } from './memory-journal.ts';
import { MemoryOnce } from './memory-once.ts';
import { MemoryRows } from './memory-rows.ts';
import { MemoryTables } from './memory-tables.ts';
import { MemoryTimers } from './memory-timers.ts';

/** All ports but the telephone network's, over one set of tables and a clock moved by hand. */
export class MemoryWorld implements Omit<Ports, 'dialler'> {
  readonly clock: MemoryClock;
  readonly tables: MemoryTables;
  readonly rows: MemoryRows;
  readonly attempts: MemoryAttempts;
  readonly directory = new MemoryDirectory();
  readonly dialQueue: MemoryDialQueue;
  readonly timers: MemoryTimers;
  readonly callSlots = new MemoryCallSlots();
  readonly once = new MemoryOnce();
  readonly journal = new MemoryJournal();
  readonly newSuffix: (at: Instant) => string;

  constructor(now: Instant) {
    this.clock = new MemoryClock(now);
    this.tables = new MemoryTables(this.clock);
    this.rows = new MemoryRows(this.tables);
    this.attempts = new MemoryAttempts(this.tables);
    this.dialQueue = new MemoryDialQueue(this.clock);
    this.timers = new MemoryTimers(this.dialQueue);
    let issued = 0;
    this.newSuffix = (at) => `${at.toString(36)}-${String(++issued).padStart(4, '0')}`;
  }
}
