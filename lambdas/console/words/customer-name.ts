import type { RowView } from '../../contract/rows.ts';
import { phoneText } from './phone-text.ts';

/** What people call a row: its customer's name, else the number, else its Id. */
export function customerName({ name, tel, Id }: Pick<RowView, 'name' | 'tel' | 'Id'>): string {
  if (name?.trim()) return name.trim();
  return tel ? phoneText(tel) : `№ ${Id}`;
}
