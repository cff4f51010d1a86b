import type { RowView } from '../../contract/rows.ts';

/** What people call a row: its customer's name, else his number, else its Id. */
export function customerName({ name, tel, Id }: Pick<RowView, 'name' | 'tel' | 'Id'>): string {
  return name?.trim() || tel || `№ ${Id}`;
}
