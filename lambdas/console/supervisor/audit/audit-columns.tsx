import type { AuditLine } from '../../../contract/audit.ts';
import { now } from '../../browser/clock.ts';
import type { Column } from '../../parts/data-table.tsx';
import { instantCell } from '../../parts/saving/saved-table.ts';
import { counted } from '../../words/dictionary.ts';
import { language } from '../../words/language.ts';
import { moment, ownZone } from '../../words/times.ts';
import { operatorName, taskTitle } from '../directory.ts';
import { addressOf } from '../place.ts';
import { actTexts } from './act-texts.ts';
import { auditWords } from './audit-words.ts';

export function auditColumns(): Column<AuditLine>[] {
  const words = auditWords();
  return [
    {
      key: 'at',
      label: words.at,
      cell: ({ at }) => <span class="nowrap">{moment(at, ownZone, now.value)}</span>,
      value: ({ at }) => instantCell(at),
    },
    { key: 'by', label: words.by, cell: WhoCell, value: ({ by }) => by },
    { key: 'what', label: words.what, cell: ({ act }) => actText(act), value: ({ act }) => act },
    { key: 'on', label: words.on, cell: OfWhatCell, value: ofWhat },
  ];
}

/** A route without words of its own says itself. */
function actText(act: string): string {
  return actTexts[act]?.[language.value] ?? act;
}

function WhoCell({ by, role }: AuditLine) {
  const words = auditWords();
  return (
    <span class="stacked">
      <strong>{operatorName({ id: by })}</strong>
      <span class="soft small">
        {by.startsWith('client:') ? words.software : words.roles[role]}
      </span>
    </span>
  );
}

function OfWhatCell(entry: AuditLine) {
  const { tasks, rows = [], on } = entry;
  const row = rowOf(entry);
  return (
    <span class="stacked">
      {row !== undefined && (
        <a class="row-link" href={addressOf('rows', [row.task, row.Id])}>
          {`${taskTitle(row.task)}, ${row.Id}`}
        </a>
      )}
      {row === undefined && (
        <span>{[...tasks.map(taskTitle), on.operator, on.script].filter(Boolean).join(', ')}</span>
      )}
      {rows.length > 1 && <span class="soft small">{idsText(entry)}</span>}
    </span>
  );
}

/** The only one. */
function rowOf({ on, rows = [] }: AuditLine): { task: string; Id: string | number } | undefined {
  if (on.task !== undefined && on.Id !== undefined) return { task: on.task, Id: on.Id };
  return rows.length === 1 ? rows[0] : undefined;
}

function idsText({ rows = [], count = rows.length }: AuditLine): string {
  const shown = rows.slice(0, shownIds).map(({ Id }) => Id);
  const more = count > shownIds ? ' …' : '';
  return `${counted(count, auditWords().rowForms)}: ${shown.join(', ')}${more}`;
}

const shownIds = 5;

function ofWhat({ tasks, rows = [], on, count }: AuditLine): string {
  const Ids = rows.map(({ task, Id }) => `${task} ${Id}`);
  const many = Ids.length === 0 && count !== undefined ? [String(count)] : Ids;
  return [...Object.values(on), ...tasks.filter((id) => id !== on.task), ...many].join(', ');
}
