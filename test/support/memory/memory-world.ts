import type { Instant } from '../../../lambdas/domain/basics/instant.ts';
import type { Ports } from '../../../lambdas/ports/ports.ts';
import { MemoryAttempts } from './memory-attempts.ts';
import { MemoryAuditLog } from './memory-audit-log.ts';
import { MemoryCallRate } from './memory-call-rate.ts';
import { MemoryCheckpoints } from './memory-checkpoints.ts';
import { MemoryClock } from './memory-clock.ts';
import { MemoryConferences } from './memory-conferences.ts';
import { MemoryCooldown } from './memory-cooldown.ts';
import { MemoryDesks } from './memory-desks.ts';
import { MemoryDialQueue } from './memory-dial-queue.ts';
import { MemoryDirectory } from './memory-directory.ts';
import { MemoryDoNotCall } from './memory-do-not-call.ts';
import { MemoryFollowedWrites } from './memory-followed-writes.ts';
import { MemoryForms } from './memory-forms.ts';
import { MemoryJournal } from './memory-journal.ts';
import { MemoryRateCounter } from './memory-rate-counter.ts';
import { MemoryRecorder } from './memory-recorder.ts';
import { MemoryRecordings } from './memory-recordings.ts';
import { MemoryRowEditor } from './memory-row-editor.ts';
import { MemoryRows } from './memory-rows.ts';
import { MemoryScripts } from './memory-scripts.ts';
import { MemoryStateLog } from './memory-state-log.ts';
import { MemoryTables } from './memory-tables.ts';
import { MemoryTimers } from './memory-timers.ts';
import { MemoryTraces } from './memory-traces.ts';
import { MemoryViews } from './memory-views.ts';

/** All ports but the telephone network's, over one set of tables and a clock moved by hand. */
export class MemoryWorld implements Omit<Ports, 'dialler'> {
  readonly clock: MemoryClock;
  readonly tables: MemoryTables;
  readonly rows: MemoryRows;
  readonly followedWrites = new MemoryFollowedWrites();
  readonly attempts: MemoryAttempts;
  readonly directory = new MemoryDirectory();
  readonly doNotCall = new MemoryDoNotCall();
  readonly dialQueue: MemoryDialQueue;
  readonly timers: MemoryTimers;
  readonly views: MemoryViews;
  readonly forms: MemoryForms;
  readonly scripts = new MemoryScripts();
  readonly stateLog = new MemoryStateLog();
  readonly auditLog = new MemoryAuditLog();
  readonly traces: MemoryTraces;
  readonly desks: MemoryDesks;
  readonly presence: MemoryDesks;
  readonly rowEditor: MemoryRowEditor;
  readonly callRate = new MemoryCallRate();
  readonly cooldown = new MemoryCooldown();
  readonly recorder = new MemoryRecorder();
  readonly conferences = new MemoryConferences();
  readonly recordings: MemoryRecordings;
  readonly checkpoints = new MemoryCheckpoints();
  readonly rateCounter = new MemoryRateCounter();
  readonly journal = new MemoryJournal();
  readonly newSuffix: (at: Instant) => string;

  constructor(now: Instant) {
    this.clock = new MemoryClock(now);
    this.tables = new MemoryTables(this.clock);
    this.rows = new MemoryRows(this.tables);
    this.attempts = new MemoryAttempts(this.tables);
    this.recordings = new MemoryRecordings(this.tables);
    this.rowEditor = new MemoryRowEditor(this.tables);
    this.views = new MemoryViews(this.tables);
    this.forms = new MemoryForms(this.tables);
    this.traces = new MemoryTraces(this);
    this.desks = new MemoryDesks({ clock: this.clock });
    this.presence = this.desks;
    this.dialQueue = new MemoryDialQueue(this.clock);
    this.timers = new MemoryTimers(this.dialQueue);
    let issued = 0;
    this.newSuffix = (at) => `${at.toString(36)}-${String(++issued).padStart(4, '0')}`;
  }
}
