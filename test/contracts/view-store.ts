import type { RowKey } from '../../lambdas/domain/row/row.ts';
import type { ViewEntry } from '../../lambdas/domain/views/index-entries.ts';
import type { Views } from '../../lambdas/ports/records/views.ts';
import type { OutsideWriter } from './store.ts';

export interface ViewStore {
  views: Views;
  outside: OutsideWriter;
}

export type OpenViews = () => Promise<ViewStore>;

export const row = (Id: number, task = 'demo'): RowKey => ({ task, Id });

/** Lists the row in the views, as a write of it would. */
export function list(views: Views, key: RowKey, ...put: ViewEntry[]): Promise<void> {
  return views.follow({ row: key, put, remove: [], events: [], unkept: [] });
}
