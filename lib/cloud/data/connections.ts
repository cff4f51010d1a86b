import type { Construct } from 'constructs';
import type { NodeFunction } from '../base/node-function.ts';
import { Table, text } from './table.ts';

/** Which desks are open, and the tickets that open one. Lost, it costs every desk a reconnection. */
export class Connections extends Table {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      variable: 'CONNECTIONS_TABLE',
      partitionKey: text('group'),
      sortKey: text('id'),
      content: 'passing',
      timeToLiveAttribute: 'expiresAt',
    });
  }

  allowGivingTickets(fn: NodeFunction): void {
    this.allow(fn, 'PutItem');
  }

  /** Takes the ticket away, and lists the desk. */
  allowOpening(fn: NodeFunction): void {
    this.allow(fn, 'DeleteItem', 'PutItem');
  }

  allowClosing(fn: NodeFunction): void {
    this.allow(fn, 'DeleteItem');
  }

  allowNotingPhones(fn: NodeFunction): void {
    this.allow(fn, 'UpdateItem');
  }

  allowFinding(fn: NodeFunction): void {
    this.allow(fn, 'Query');
  }
}
