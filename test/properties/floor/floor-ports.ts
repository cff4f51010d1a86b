import type { DynamoDBStreamEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { decodeDialMessage } from '../../../lambdas/adapters/sqs/dial-message-body.ts';
import { onDialQueue } from '../../../lambdas/handlers/call-operator/on-dial-queue.ts';
import { takeDialMessage } from '../../../lambdas/handlers/call-operator/take-dial-message.ts';
import { onRowStream } from '../../../lambdas/handlers/follow-row/on-row-stream.ts';
import type { Conferences } from '../../../lambdas/ports/calls/conferences.ts';
import type { Pins } from '../../../lambdas/ports/people/pins.ts';
import type { Scripts } from '../../../lambdas/ports/people/scripts.ts';
import type { Ports } from '../../../lambdas/ports/ports.ts';
import type { Checkpoints } from '../../../lambdas/ports/records/checkpoints.ts';
import type { Forms } from '../../../lambdas/ports/records/forms.ts';
import type { StoredRow } from '../../../lambdas/ports/rows/rows.ts';
import { followRow } from '../../../lambdas/use-cases/promises/follow-row.ts';
import { MemoryCallRate } from '../../support/memory/memory-call-rate.ts';
import { MemoryCheckpoints } from '../../support/memory/memory-checkpoints.ts';
import { MemoryCooldown } from '../../support/memory/memory-cooldown.ts';
import { MemoryDesks } from '../../support/memory/memory-desks.ts';
import { MemoryDirectory } from '../../support/memory/memory-directory.ts';
import { MemoryDoNotCall } from '../../support/memory/memory-do-not-call.ts';
import { MemoryFollowedWrites } from '../../support/memory/memory-followed-writes.ts';
import { MemoryForms } from '../../support/memory/memory-forms.ts';
import { MemoryRateCounter } from '../../support/memory/memory-rate-counter.ts';
import { MemoryRecorder } from '../../support/memory/memory-recorder.ts';
import { MemoryRecordings } from '../../support/memory/memory-recordings.ts';
import { MemoryRowEditor } from '../../support/memory/memory-row-editor.ts';
import { MemoryScripts } from '../../support/memory/memory-scripts.ts';
import type { PhonePorts } from './dispatch.ts';
import type { Floor } from './floor.ts';
import type { Ended } from './functions.ts';
import { PromptViews } from './prompt-views.ts';
import { SimulatedTimers } from './simulated-timers.ts';
import type { WatchedJournal } from './watch-journal.ts';
import { WatchedRows } from './watch-rows.ts';

export type FloorPorts = Omit<Ports, 'journal'> &
  Omit<PhonePorts, 'journal'> & {
    journal: WatchedJournal;
    forms: Forms;
    scripts: Scripts;
    checkpoints: Checkpoints;
    conferences: Conferences;
  };

/** Every port but the clock, which is each function's own. */
export function buildPorts(floor: Floor, pins: Pins): Omit<FloorPorts, 'clock'> {
  let suffixes = 0;
  const desks = new MemoryDesks({ clock: floor });
  return {
    rows: new WatchedRows(floor),
    followedWrites: new MemoryFollowedWrites(),
    checkpoints: new MemoryCheckpoints(),
    attempts: floor.attempts,
    directory: new MemoryDirectory(),
    doNotCall: new MemoryDoNotCall(),
    timers: new SimulatedTimers({
      plan: (at, run) => floor.planAt(at, run),
      send: (message) => floor.queue.send(message, 0),
      late: () => floor.chance.between(0, 60_000),
      firesTwice: () => floor.chance.happens(floor.faults.repeated),
    }),
    dialQueue: floor.queue,
    dialler: floor.legs.dialler(),
    recorder: new MemoryRecorder(),
    conferences: floor.network.conferences(),
    recordings: new MemoryRecordings(floor.tables),
    callRate: new MemoryCallRate(),
    views: new PromptViews(floor.tables),
    rowEditor: new MemoryRowEditor(floor.tables),
    rateCounter: new MemoryRateCounter(),
    forms: new MemoryForms(floor.tables),
    scripts: new MemoryScripts(),
    pins,
    desks,
    presence: desks,
    cooldown: new MemoryCooldown(),
    journal: floor.journal,
    newSuffix: (at) => `${at.toString(36)}-${String(++suffixes).padStart(5, '0')}`,
  };
}

/** The function that follows the stream, by its own boundary. */
export function followingOf(floor: Floor): (event: DynamoDBStreamEvent) => Promise<boolean> {
  const readRow = (image: unknown) => image as StoredRow;
  const run = (event: DynamoDBStreamEvent) =>
    floor.invoke('follow-row', (ports) =>
      onRowStream({ ...ports, readRow }, (record) => followRow(ports, record))(event),
    );
  return async (event) => {
    const ended = await run(event);
    if (ended.isDone) floor.deliver(() => run(event));
    if (floor.chance.happens(floor.faults.repeated)) void run(event);
    return ended.isDone;
  };
}

/** The function that the dial queue feeds. */
export function receivingOf(floor: Floor): (event: SQSEvent) => Promise<Ended<SQSBatchResponse>> {
  const run = (event: SQSEvent) =>
    floor.invoke('call-operator', (ports) =>
      onDialQueue({ ...ports, readMessage: decodeDialMessage }, (message) =>
        takeDialMessage(ports, message),
      )(event),
    );
  return async (event) => {
    const ended = await run(event);
    if (ended.isDone) floor.deliver(() => run(event));
    return ended;
  };
}
