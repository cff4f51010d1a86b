import type { Language } from '../basics/language.ts';
import type { Localized } from '../basics/localized.ts';
import type { EvidenceKind } from './evidence.ts';
import type { EvidenceReport, ReportEntry } from './report.ts';

/** The report as one page that anybody can read and print: no script, nothing from elsewhere. */
export function evidencePage(report: EvidenceReport, language: Language): string {
  const text = (of: Localized) => escaped(of[language]);
  const { number, madeAt, entries } = report;
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(words.title)} ${escaped(number)}</title>
<style>${styles}</style>
<h1>${text(words.title)} ${escaped(number)}</h1>
<p>${text(words.note)}</p>
<p>${text(words.made)} ${escaped(madeAt)}</p>
<ol>
${entries.map((entry) => item(entry, language)).join('\n')}
</ol>
</html>
`;
}

function item(entry: ReportEntry, language: Language): string {
  const { at, kind, ref, state, facts, hash } = entry;
  const told = facts === undefined ? '' : `<pre>${escaped(JSON.stringify(facts, null, 2))}</pre>`;
  return `<li><h2>${escaped(kinds[kind][language])}</h2>
<p><time>${escaped(at)}</time> <code>${escaped(ref)}</code> ${escaped(states[state][language])}</p>${told}
<p class="hash">${escaped(hash)}</p></li>`;
}

function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (it) => entities[it] ?? it);
}

const styles =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}' +
  'h2{font-size:1rem;margin:1.5rem 0 0}p{margin:.25rem 0}' +
  'pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8rem;margin:.25rem 0}' +
  '.hash{font:.7rem monospace;overflow-wrap:anywhere}';

const words = {
  title: { en: 'What was done to', ru: 'Что было с номером' },
  note: {
    en: 'Times are UTC. Each entry ends with a hash that covers it and the entry before it: one that was removed or changed shows.',
    ru: 'Время — UTC. Каждая запись кончается хешем, который охватывает её и предыдущую: удалённая или изменённая запись заметна.',
  },
  made: { en: 'Made at', ru: 'Составлено' },
} satisfies Record<string, Localized>;

const kinds: Record<EvidenceKind, Localized> = {
  event: { en: 'What a row said', ru: 'Что говорила строка' },
  attempt: { en: 'A call', ru: 'Дозвон' },
  form: { en: 'A form', ru: 'Форма' },
  'do-not-call': { en: 'Do not call', ru: 'Не звонить' },
  erased: { en: 'Erased on request', ru: 'Удалено по запросу' },
};

const states: Record<ReportEntry['state'], Localized> = {
  kept: { en: '', ru: '' },
  replaced: { en: '(a later entry tells more)', ru: '(есть более поздняя запись)' },
  erased: { en: '(erased on request)', ru: '(удалено по запросу)' },
  gone: { en: '(not stored any more)', ru: '(больше не хранится)' },
};
