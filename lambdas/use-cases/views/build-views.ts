import { minute } from '../../domain/basics/instant.ts';
import { rowId } from '../../domain/row/row.ts';
import { isRowId } from '../../domain/row/row-id.ts';
import { entriesOf } from '../../domain/views/index-entries.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { eachAlone } from '../sweep/each-alone.ts';
import { countryOf, type ViewPorts } from './keep-views.ts';

export type BuildPorts = ViewPorts & Pick<Ports, 'rows' | 'journal'>;

/** Of what rows are found by: to be raised when `entriesOf` says something else, then all are listed again. */
const edition = 2;

const pageSize = 100;

/** What is left is done by the next run. */
const longestRun = 5 * minute;

/**
 * Lists the rows that were there before the views: once, in as many runs as it takes. Rows that are
 * written meanwhile are listed by their writes, which makes what is put here a hint like any other. A
 * row that cannot be listed is counted, and left to its next write.
 */
export async function buildViews(ports: BuildPorts): Promise<void> {
  const { rows, views, clock } = ports;
  const endsAt = clock.now() + longestRun;
  let progress = await views.progress(edition);
  while (!progress.isDone && clock.now() < endsAt) {
    const page = await rows.page(progress.cursor, pageSize);
    await eachAlone(
      ports,
      page.rows.filter(({ key }) => isRowId(key.Id)),
      {
        work: (row) => listRow(ports, row),
        idsOf: ({ key }) => ({ row: rowId(key) }),
      },
    );
    progress = page.next === undefined ? { isDone: true } : { isDone: false, cursor: page.next };
    await views.noteProgress(edition, progress);
  }
}

async function listRow(ports: ViewPorts, row: StoredRow): Promise<void> {
  const put = entriesOf(row, await countryOf(ports, row.key.task));
  await ports.views.follow({ row: row.key, put, remove: [], events: [], unkept: [] });
}
