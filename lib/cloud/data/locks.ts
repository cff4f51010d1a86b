import type { Construct } from 'constructs';
import type { NodeFunction } from '../base/node-function.ts';
import { Table, text } from './table.ts';

/**
 * What is live now, the slots of new calls, and what a sweep did lately. Lost, it costs the calls
 * of that moment, no promise.
 */
export class Locks extends Table {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      variable: 'LOCKS_TABLE',
      partitionKey: text('key'),
      content: 'passing',
      timeToLiveAttribute: 'expiresAt',
    });
  }

  allowFinding(fn: NodeFunction): void {
    this.allow(fn, 'BatchGetItem');
  }

  allowFindingHeld(fn: NodeFunction): void {
    this.allow(fn, 'Scan');
  }

  allowTakingSlots(fn: NodeFunction): void {
    this.allow(fn, 'UpdateItem');
  }

  /** A sweep over a whole table goes on where the last run ended. */
  allowKeepingPlace(fn: NodeFunction): void {
    this.allow(fn, 'GetItem', 'PutItem');
  }

  /** Locks whose attempt is gone are removed. */
  allowDropping(fn: NodeFunction): void {
    this.allow(fn, 'DeleteItem');
  }

  /** What must not happen too often is counted; an operator's wrap-up is ended. */
  allowTallying(fn: NodeFunction): void {
    this.allow(fn, 'UpdateItem');
  }

  /** Requests that bring a key are done once; software that signs in by itself is held to its share. */
  allowAnsweringOnce(fn: NodeFunction): void {
    this.allow(fn, 'PutItem', 'UpdateItem', 'DeleteItem');
  }

  allowOnce(fn: NodeFunction): void {
    this.allow(fn, 'PutItem');
  }
}
