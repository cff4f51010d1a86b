import {
  claimLead,
  delaySeconds,
  longestHold,
  ringAtOf,
} from '../../domain/attempt/dial-timing.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { isWaitingAt, type RowKey } from '../../domain/row/row.ts';
import { retimeRow } from '../promises/retime-rows.ts';
import { offerIfFree } from './find-operator.ts';
import { type ServeRowPorts, serveRow } from './serve-row.ts';
import { submitCall } from './submit-call.ts';

export interface DueCall {
  row: RowKey;
  dueAt: Instant;
}

export type CallOperatorPorts = ServeRowPorts;

/**
 * A row's moment has come: early? wait on · stale? drop · ask the gate · find an operator · take a
 * slot · claim · ring.
 */
export async function callOperator(ports: CallOperatorPorts, call: DueCall): Promise<void> {
  const { rows, directory, clock, dialQueue } = ports;
  const task = await directory.task(call.row.task);
  const row = await rows.get(call.row);
  if (task === undefined || row === undefined || !isWaitingAt(row, call.dueAt)) return;
  if (await retimeRow(ports, row, task)) return;
  const ringAt = ringAtOf(call.dueAt, task);
  const left = ringAt - clock.now();
  if (left >= longestHold) return dialQueue.send({ kind: 'call', ...call }, delaySeconds(left));
  await clock.sleepUntil(ringAt - claimLead);
  const served = await serveRow(ports, { row, task, dueAt: call.dueAt }, { by: 'newcomer' });
  if (served.kind === 'put-to-wait') return offerIfFree(ports, served.awaited);
  if (served.kind !== 'claimed') return;
  const startAt = Math.max(ringAt, clock.now());
  await submitCall(ports, { attempt: served.attempt, task, startAt, ringAt });
}
