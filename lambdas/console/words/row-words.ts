import type { Language } from '../../domain/basics/language.ts';
import { type GateReason, gateReasons, gateReasonTexts } from '../../domain/gate/gate-reasons.ts';
import type { Status } from '../../domain/row/row.ts';
import type { RowHappening } from '../../domain/views/row-events.ts';
import { dictionary } from './dictionary.ts';

type StatusCode = (typeof Status)[keyof typeof Status];

/** What the codes of rows mean to people: events, statuses, why a number may not be called. */
export const rowWords = dictionary({
  en: {
    events: {
      created: 'Row created',
      promised: 'Call promised',
      moved: 'Call moved',
      cancelled: 'Call cancelled',
      refused: 'Order refused',
      'waits-for-operator': 'Waits for an operator',
      'in-service': 'In service',
      ended: 'Finished',
      apologised: 'Apology sent as a text',
      edited: 'Columns changed',
      deleted: 'Row deleted',
    } satisfies Record<RowHappening['kind'], string>,
    statuses: {
      10: 'Call promised',
      11: 'In service',
      12: 'Callback succeeded',
      13: 'Attempts used up',
      14: 'May not be called',
    } satisfies Record<StatusCode, string>,
    reasons: reasonsIn('en'),
  },
  ru: {
    events: {
      created: 'Строка создана',
      promised: 'Звонок обещан',
      moved: 'Звонок перенесён',
      cancelled: 'Звонок отменён',
      refused: 'Заказ отклонён',
      'waits-for-operator': 'Ждёт оператора',
      'in-service': 'В работе',
      ended: 'Завершено',
      apologised: 'Отправлено сообщение с извинением',
      edited: 'Поля изменены',
      deleted: 'Строка удалена',
    },
    statuses: {
      10: 'Звонок обещан',
      11: 'В работе',
      12: 'Перезвон состоялся',
      13: 'Попытки исчерпаны',
      14: 'Звонить нельзя',
    },
    reasons: reasonsIn('ru'),
  },
});

/** A status in words; others may write any number. */
export function statusName(status: number): string {
  const names: Readonly<Record<number, string>> = rowWords().statuses;
  return names[status] ?? String(status);
}

/** The clauses that all say, as sentences of their own. */
function reasonsIn(language: Language): Record<GateReason, string> {
  const sentences = gateReasons.map((it) => [it, asSentence(gateReasonTexts[it][language])]);
  return Object.fromEntries(sentences);
}

function asSentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
