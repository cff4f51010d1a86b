import { toE164 } from '../../../lambdas/domain/basics/phone-number.ts';
import { type RowKey, textOf } from '../../../lambdas/domain/row/row.ts';
import type { MemoryTables } from '../../support/memory/memory-tables.ts';
import { MemoryViews } from '../../support/memory/memory-views.ts';

/** Views that are never behind: finding rows is not what these tests are about. */
export class PromptViews extends MemoryViews {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    super(tables);
    this.#tables = tables;
  }

  override async byNumber(task: string, e164: string): Promise<RowKey[]> {
    return this.#tables
      .endingAs(task, e164)
      .filter(({ columns }) => isNumber(columns.tel, e164))
      .map(({ key }) => key);
  }
}

const read = new Map<unknown, string | undefined>();

function isNumber(tel: unknown, e164: string): boolean {
  if (!read.has(tel)) read.set(tel, toE164(textOf(tel) ?? '', 'GB'));
  return read.get(tel) === e164;
}
