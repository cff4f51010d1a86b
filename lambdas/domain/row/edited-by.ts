import { fromIso, type Instant, toIso } from '../basics/instant.ts';
import { type Columns, textOf } from './row.ts';

/** In `_by`: who edited the row last through the API, and when. */
export interface EditedBy {
  by: string;
  at: Instant;
}

export function editedByColumn({ by, at }: EditedBy): Columns {
  return { _by: `${toIso(at)} ${by}` };
}

export function readEditedBy({ _by }: Columns): EditedBy | undefined {
  const [, iso, by] = /^(\S+) (.+)$/.exec(textOf(_by) ?? '') ?? [];
  const at = fromIso(iso);
  return at === undefined || by === undefined ? undefined : { by, at };
}
