import { counted, dictionary } from '../../words/dictionary.ts';

export const listWords = dictionary({
  en: {
    title: 'Do not call',
    note: 'Numbers of customers who said no. What was lifted stays in the list.',
    search: 'Number, or some of its digits',
    add: 'Add a number',
    import: 'Import numbers',
    none: 'Nobody said no',
    noneFound: 'No such number is in the list',
    number: 'Number',
    state: 'Now',
    said: 'Who said so, and when',
    stands: 'No calls',
    free: 'May be called',
    lift: 'Lift',
    liftTitle: 'Allow calls to this number again?',
    liftText:
      'Rows with the number that are at 14 go back to nothing ordered, and a call can be promised. That it was lifted, and why, stays in the list.',
    why: 'Why',
    whyNeeded: 'Say why it is lifted.',
    lifted: 'The number may be called again.',
    addTitle: 'Put a number on the list',
    added: (rows: number) =>
      rows === 0
        ? 'The number is called no more.'
        : `The number is called no more: ${counted(rows, { one: 'row', other: 'rows' })} went to 14.`,
    importTitle: 'Put many numbers on the list',
    numbers: 'Numbers, one a line',
    numbersHelp: 'Of a line with several cells the first that can be a number counts.',
    file: 'Take them from a file',
    noNumbers: 'There is no number in it.',
    progress: (done: number, all: number) => `${done} of ${all} …`,
    result: (added: number, known: number, refused: number) =>
      `${added} added, ${known} were there, ${refused} are no phone numbers.`,
  },
  ru: {
    title: 'Не звонить',
    note: 'Номера клиентов, которые просили не звонить. Снятые запреты остаются в списке.',
    search: 'Номер или несколько его цифр',
    add: 'Добавить номер',
    import: 'Загрузить номера',
    none: 'Никто не просил не звонить',
    noneFound: 'Такого номера в списке нет',
    number: 'Номер',
    state: 'Сейчас',
    said: 'Кто и когда сказал',
    stands: 'Не звонить',
    free: 'Звонить можно',
    lift: 'Снять запрет',
    liftTitle: 'Снова разрешить звонки на этот номер?',
    liftText:
      'Строки с этим номером в статусе 14 вернутся в состояние без заказа, и звонок можно будет пообещать. Кто и почему снял запрет, останется в списке.',
    why: 'Почему',
    whyNeeded: 'Укажите, почему запрет снимается.',
    lifted: 'На этот номер снова можно звонить.',
    addTitle: 'Добавить номер в список',
    added: (rows: number) =>
      rows === 0
        ? 'На этот номер больше не звоним.'
        : `На этот номер больше не звоним: ${counted(rows, { one: 'строка', few: 'строки', many: 'строк', other: 'строки' })} в статусе 14.`,
    importTitle: 'Добавить много номеров',
    numbers: 'Номера, по одному в строке',
    numbersHelp: 'Если в строке несколько ячеек, берётся первая, похожая на номер.',
    file: 'Взять из файла',
    noNumbers: 'Номеров здесь нет.',
    progress: (done: number, all: number) => `${done} из ${all} …`,
    result: (added: number, known: number, refused: number) =>
      `Добавлено: ${added}, уже были: ${known}, не номера: ${refused}.`,
  },
});
