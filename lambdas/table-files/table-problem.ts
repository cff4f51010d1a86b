import type { Language } from '../domain/basics/language.ts';
import { type Phrases, phraseOf } from '../domain/basics/localized.ts';
import type { Reading } from './likely-encodings.ts';

/** Why a file as a whole cannot be read as a table. */
export type TableProblem =
  | { code: 'empty' }
  /** `names`: what the header line names instead. */
  | { code: 'no-tel-column'; names: readonly string[] }
  | { code: 'too-many-columns'; most: number; got: number }
  | { code: 'column-twice'; name: string; places: readonly number[] }
  | { code: 'open-quote'; line: number }
  /** A workbook of before 2007, or one that cannot be opened. */
  | { code: 'old-workbook' }
  | { code: 'no-workbook'; why: string }
  /** Longer than any row: no table, or with other line breaks than those of text. */
  | { code: 'endless-line'; line: number }
  /** Neither UTF nor surely another one: `readings` of a line, the likeliest first. */
  | { code: 'unknown-encoding'; readings: readonly Reading[] };

/** A column that is left out. */
export type TableWarning =
  | { code: 'unnamed'; place: number }
  | { code: 'task-column' }
  | { code: 'own-column'; name: string };

export function tableProblemText(problem: TableProblem, language: Language): string {
  return phraseOf(problemPhrases, problem, language);
}

export function tableWarningText(warning: TableWarning, language: Language): string {
  return phraseOf(warningPhrases, warning, language);
}

const problemPhrases: Phrases<TableProblem> = {
  en: {
    empty: () => 'The file is empty.',
    'no-tel-column': ({ names }) =>
      `The header line has no column tel, only ${list(beginningOf(names), '“”')}. The first line must name the columns: Id, tel and so on.`,
    'too-many-columns': ({ most, got }) =>
      `The header names ${got} columns; at most ${most} fit in a row.`,
    'column-twice': ({ name, places }) =>
      `The header names ${name} more than once, as columns ${places.join(' and ')}. Every column needs a name of its own.`,
    'open-quote': ({ line }) =>
      `A quotation mark opens in line ${line} or soon after and is never closed, so the rest of the file cannot be told apart.`,
    'old-workbook': () =>
      'The file is an Excel workbook of the old kind (.xls): save it as .xlsx or as CSV.',
    'no-workbook': ({ why }) =>
      `The workbook cannot be opened (${why}): save it again as .xlsx, without a password, or as CSV.`,
    'endless-line': ({ line }) =>
      `Line ${line} goes on for more than a million letters, longer than any row: is the file a table of text, one line a row?`,
    'unknown-encoding': () =>
      'The file is neither UTF-8 nor UTF-16, and not surely Windows-1251. Which of these is how its line reads?',
  },
  ru: {
    empty: () => 'Файл пуст.',
    'no-tel-column': ({ names }) =>
      `В строке заголовка нет столбца tel, есть только ${list(beginningOf(names), '«»')}. Первая строка должна называть столбцы: Id, tel и так далее.`,
    'too-many-columns': ({ most, got }) =>
      `Столбцов в заголовке — ${got}; в строку таблицы помещается ${most}.`,
    'column-twice': ({ name, places }) =>
      `Заголовок называет ${name} не один раз: это столбцы ${places.join(' и ')}. У каждого столбца должно быть своё имя.`,
    'open-quote': ({ line }) =>
      `Кавычка открыта в строке ${line} или вскоре после неё и не закрыта, поэтому остаток файла не разобрать.`,
    'old-workbook': () =>
      'Это книга Excel старого вида (.xls): сохраните её как .xlsx или как CSV.',
    'no-workbook': ({ why }) =>
      `Книга не открывается (${why}): сохраните её снова как .xlsx, без пароля, или как CSV.`,
    'endless-line': ({ line }) =>
      `Строка ${line} длиннее миллиона букв, таких строк в таблице не бывает: это точно текстовая таблица, по строке на абонента?`,
    'unknown-encoding': () =>
      'Файл не в UTF-8 и не в UTF-16, и не наверняка в Windows-1251. Как правильно читается его строка?',
  },
};

const warningPhrases: Phrases<TableWarning> = {
  en: {
    unnamed: ({ place }) => `Column ${place} has no name and is left out.`,
    'task-column': () => 'Column task is left out: --task says which task.',
    'own-column': ({ name }) => `Column ${name} is left out: such names are the system’s own.`,
  },
  ru: {
    unnamed: ({ place }) => `Столбец ${place} без имени пропущен.`,
    'task-column': () => 'Столбец task пропущен: задача выбирается отдельно.',
    'own-column': ({ name }) => `Столбец ${name} пропущен: такие имена принадлежат системе.`,
  },
};

/** Enough to see what was taken for the header; ends with `…` where there are more. */
function beginningOf(names: readonly string[]): string[] {
  const shown = names.slice(0, 8).map((name) => name.slice(0, 40));
  return names.length > shown.length ? [...shown, '…'] : shown;
}

function list(names: readonly string[], [open, close]: string): string {
  const isCut = names.at(-1) === '…';
  const shown = (isCut ? names.slice(0, -1) : names).map((name) => `${open}${name}${close}`);
  return isCut ? `${shown.join(', ')} …` : shown.join(', ');
}
