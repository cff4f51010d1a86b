import type { Attempt } from '../../domain/attempt/attempt.ts';
import { editOf } from '../../domain/order/row-edit.ts';
import { editedByColumn, readEditedBy } from '../../domain/row/edited-by.ts';
import { type RowKey, rowId, Status } from '../../domain/row/row.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RowEditor } from '../../ports/rows/row-editor.ts';

export type TestCallPorts = Pick<Ports, 'clock' | 'rows'> & {
  attempts: Pick<Ports['attempts'], 'history'>;
  rowEditor: Pick<RowEditor, 'edit'>;
};

/** As who it writes into the row. */
const by = 'test-call';

/**
 * Orders a call to a number of one's own, as other software would, once the one that was ordered before has
 * been looked at. The first time, and after a person edited the row, there is none to look at.
 *
 * @throws where that did not ring, or none can be ordered: the function's errors raise the alarm
 */
export async function placeTestCall(ports: TestCallPorts, key: RowKey): Promise<void> {
  const row = await ports.rows.get(key);
  if (row === undefined)
    throw new Error(`the test call needs row ${rowId(key)}, which is not there`);
  const edited = readEditedBy(row.columns);
  const isMissed = edited?.by === by && !(await hasRungSince(ports, key, edited.at));
  const { set, remove } = editOf({ status: Status.callAtPromise, callaftermin: 0 });
  const signed = { ...set, ...editedByColumn({ by, at: ports.clock.now() }) };
  if (!(await ports.rowEditor.edit(row, { set: signed, remove })))
    throw new Error(`the test call to row ${rowId(key)} was changed while it was ordered`);
  if (isMissed) throw new Error(`the test call to row ${rowId(key)} did not ring`);
}

async function hasRungSince({ attempts }: TestCallPorts, key: RowKey, at: number) {
  const since = await attempts.history(key, 1, at);
  return since.some((it) => it.claimedAt >= at && hasRung(it));
}

/** Twilio tells of ringing only where a page shows it: how the leg ended tells as much. */
function hasRung({ facts }: Attempt): boolean {
  const { customerRang, customerAnswered, customerEnded } = facts;
  const isKnown = customerRang !== undefined || customerAnswered !== undefined;
  return isKnown || (customerEnded !== undefined && customerEnded.as !== 'failed');
}
