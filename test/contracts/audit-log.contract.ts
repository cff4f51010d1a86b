import type { AuditEntry } from '../../lambdas/domain/views/audit-entry.ts';
import type { AuditLog } from '../../lambdas/ports/records/audit-log.ts';
import { noon, second } from './samples.ts';

/** What `AuditLog` promises. */
export function auditLogContract(open: () => Promise<AuditLog>): void {
  const day = 24 * 3600 * second;
  const entry = (at: number, by = 'boss'): AuditEntry => ({
    at,
    by,
    role: 'supervisor',
    act: 'POST /api/promises/move',
    on: {},
    tasks: ['demo'],
    rows: [{ task: 'demo', Id: 17 }],
    count: 1,
  });
  const span = { from: noon - 90 * day, until: noon + second };

  async function whole(log: AuditLog, limit: number): Promise<AuditEntry[]> {
    const found: AuditEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await log.page(span, { limit, cursor });
      found.push(...page.entries);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found;
  }

  test.each([1, 2, 3, 10])('the newest come first, over months, %s a page', async (limit) => {
    const log = await open();
    const entries = [
      entry(noon),
      entry(noon - day),
      entry(noon - 40 * day),
      entry(noon - 70 * day),
    ];
    for (const it of [...entries].reverse()) await log.note(it);
    expect(await whole(log, limit)).toEqual(entries);
  });

  test('what happened at the same instant is all kept', async () => {
    const log = await open();
    for (const by of ['boss', 'anna', 'client:x']) await log.note(entry(noon, by));
    expect((await whole(log, 2)).map(({ by }) => by).toSorted()).toEqual([
      'anna',
      'boss',
      'client:x',
    ]);
  });

  test('a span holds its beginning and not its end', async () => {
    const log = await open();
    for (const at of [noon - second, noon, noon + second]) await log.note(entry(at));
    const { entries, cursor } = await log.page({ from: noon, until: noon + second }, { limit: 10 });
    expect(entries).toEqual([entry(noon)]);
    expect(cursor).toBeUndefined();
  });
}
