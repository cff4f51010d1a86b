import type { Language } from '../basics/language.ts';
import { type Phrases, phraseOf, shortened } from '../basics/localized.ts';
import { type OrderProblem, orderProblemText } from '../order/order-problem.ts';

/** Why a line of a file is not imported. */
export type LineProblem = OrderProblem | CellProblem;

/** What has nothing to do with an order. */
type CellProblem =
  | { code: 'not-an-id' }
  | { code: 'id-again' }
  | { code: 'row-in-service' }
  | { code: 'tel-cut' }
  | { code: 'no-number' }
  | { code: 'not-a-number'; country: string }
  | { code: 'too-many-cells'; got: number; columns: number }
  | { code: 'no-column-name' }
  | { code: 'damaged'; shownAs: string }
  /** `why`: the table's own words. */
  | { code: 'unstorable'; why: string };

export function lineProblemText(problem: LineProblem, language: Language): string {
  return isOfCells(problem)
    ? phraseOf(phrases, problem, language)
    : orderProblemText(problem, language);
}

function isOfCells(problem: LineProblem): problem is CellProblem {
  return problem.code in phrases.en;
}

const phrases: Phrases<CellProblem> = {
  en: {
    'not-an-id': () =>
      'Id must be a whole number from 1 to 9007199254740991, or empty for the next free one',
    'id-again': () => 'an earlier line of the file has this Id: give this one another, or none',
    'row-in-service': () =>
      'a call to this row is on (its status is 11): import the line when it is over',
    'tel-cut': () =>
      'tel was shortened by a spreadsheet and its last digits are lost: format the column as text and save the file again',
    'no-number': () => 'tel is empty: write the phone number',
    'not-a-number': ({ country }) =>
      `tel must be a phone number, with its country code or as dialled in ${country}`,
    'too-many-cells': ({ got, columns }) =>
      `the line has ${got} cells where the header names ${columns} columns: is a cell with a delimiter in it not quoted?`,
    'no-column-name': () => 'the header has no name for this column: name it, or empty the cell',
    damaged: ({ shownAs }) =>
      `the cell has bytes that are no text in the file’s encoding (shown as ${shownAs}): put it right and save the file as UTF-8`,
    unstorable: ({ why }) => `the table cannot hold this line: ${shortened(why)}`,
  },
  ru: {
    'not-an-id': () =>
      'Id — это целое число от 1 до 9007199254740991; пустой получит следующий свободный',
    'id-again': () => 'этот Id уже есть выше в файле: дайте строке другой или никакого',
    'row-in-service': () =>
      'с этой строкой идёт звонок (её status — 11): импортируйте её, когда он закончится',
    'tel-cut': () =>
      'электронная таблица сократила tel, и последние цифры потеряны: задайте столбцу текстовый формат и сохраните файл снова',
    'no-number': () => 'tel пуст: запишите номер телефона',
    'not-a-number': ({ country }) =>
      `tel — это номер телефона, с кодом страны или как его набирают внутри страны (${country})`,
    'too-many-cells': ({ got, columns }) =>
      `ячеек в строке — ${got}, а столбцов в заголовке — ${columns}: не забыты ли кавычки вокруг ячейки с разделителем?`,
    'no-column-name': () =>
      'в заголовке нет имени для этого столбца: дайте ему имя или очистите ячейку',
    damaged: ({ shownAs }) =>
      `в ячейке есть байты, которых нет в кодировке файла (показаны как ${shownAs}): исправьте её и сохраните файл в UTF-8`,
    unstorable: ({ why }) => `таблица не может принять эту строку: ${shortened(why)}`,
  },
};
