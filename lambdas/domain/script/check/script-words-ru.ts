import { shortened } from '../../basics/localized.ts';
import { fieldProblemText } from '../fields/field-problem.ts';
import { type ScriptRule, systemColumns } from '../script-rules.ts';
import type { Limit, Misfit, Place, PlacePart, ScriptWords } from './script-problem.ts';

const quoted = (text: string) => `«${text}»`;

export const russianScript: ScriptWords = {
  place,
  complaints: {
    'too-deep': ({ most }) => `наибольшая глубина вложенности — ${most}`,
    'too-long': ({ most, got }) => `наибольшее число знаков в JSON — ${most}, здесь ${got}`,
    missing: ({ property }) => `${start(property)}отсутствует`,
    'unknown-properties': ({ property, names }) =>
      `${start(property)}здесь не бывает ${names.map((it) => quoted(shortened(it))).join(', ')}`,
    'wrong-kind': ({ property, expected, got }) =>
      `${start(property)}тип должен быть «${kinds[expected] ?? expected}», указано ${got}`,
    'none-of': ({ property, options, got }) =>
      `${start(property)}возможно только ${options.join(', ')}; указано ${got}`,
    limit: ({ property, limit, got }) => `${start(property)}${limitText(limit)}, указано ${got}`,
    rule: ({ property, rule, got }) => `${start(property)}${rules[rule]}; указано ${got}`,
    unfit: ({ property, got }) => `${start(property)}такое значение не подходит: ${got}`,
    'step-twice': () => 'такой идентификатор есть у нескольких шагов',
    'no-start': (it) => `start указывает на ${quoted(it.start)}, такого шага нет`,
    'leads-nowhere': ({ to }) => `next ведёт к ${quoted(to)}, такого шага нет`,
    'branch-ends-choice': () => 'условия нет, поэтому до следующих ветвей дело не дойдёт',
    'last-branch-asks': () =>
      'у последней ветви не должно быть условия: она для случая, когда ни одно не выполнено',
    unreachable: () => 'от начала сюда не попасть',
    endless: () => 'отсюда не попасть в конец',
    'silent-loop': () => 'круг без единого вопроса',
    'unspoken-loop': () => 'круг, где спрашивают только тексты, а телефон их спросить не может',
    'field-twice': ({ owner }) => `поле с таким идентификатором есть и в шаге ${quoted(owner)}`,
    bounds: ({ least, most }) => `min ${least} больше, чем max ${most}`,
    'value-twice': ({ value }) => `у двух вариантов одно значение ${quoted(value)}`,
    'key-twice': ({ values, key }) =>
      `у вариантов ${values.map((it) => quoted(String(it))).join(' и ')} одна клавиша ${key}`,
    default: ({ value, misfit }) => `значение по умолчанию ${value}: ${misfitText(misfit)}`,
    'unknown-field': ({ field }) => `спрашивает о поле ${quoted(field)}, которого в сценарии нет`,
    'never-before': ({ field, step }) =>
      `спрашивает о поле ${quoted(field)} шага ${quoted(step)}, который раньше не встречается`,
    'phone-compared': ({ field }) =>
      `поле ${quoted(field)} — номер телефона, его пишут по-разному: спросите isSet`,
    'never-is': ({ field, value, misfit }) =>
      `поле ${quoted(field)} не бывает ${value}: ${misfitText(misfit)}`,
    'column-type': ({ column, needed, got }) =>
      `пишет в ${column}, поэтому его тип — ${needed}; указан ${got}`,
    'date-without-time': () =>
      'после поля для date_callback в том же шаге нужно поле для time_callback',
    'minutes-after-date': () =>
      'поле для callaftermin должно стоять раньше date_callback и time_callback',
    'column-rival': ({ column, field }) =>
      `пишет в ${column}, как и поле ${quoted(field)} на том же пути`,
  },
};

const nouns = { step: 'шаг', field: 'поле', choice: 'вариант', branch: 'ветвь' };

function place(at: Place): string {
  if ('loop' in at) return `шаги ${at.loop.map(quoted).join(' → ')}`;
  return at.length === 0 ? 'сценарий' : at.map(part).join(', ');
}

function part({ of, name }: PlacePart): string {
  return `${nouns[of]} ${typeof name === 'number' ? name : quoted(shortened(name))}`;
}

function start(property: string): string {
  return property === '' ? '' : `${quoted(property)} — `;
}

const kinds: Record<string, string> = {
  string: 'текст',
  number: 'число',
  int: 'целое число',
  boolean: 'true или false',
  array: 'список',
  object: 'объект',
};

const counted = { members: 'число элементов', characters: 'число знаков', value: 'значение' };

function limitText({ bound, value, of }: Limit): string {
  return `${counted[of]} не ${bound === 'least' ? 'меньше' : 'больше'} ${value}`;
}

const rules: Record<ScriptRule, string> = {
  text: 'нужен текст или тексты по языкам: { "en": "…", "ru": "…" }',
  language: 'нужен текст на en, на ru или на обоих',
  id: 'начинается с латинской буквы и состоит не более чем из 32 латинских букв, цифр, - или _',
  objectName: 'такое имя есть у любого объекта, оно не подходит',
  end: '«end» означает конец сценария, оно не подходит',
  column: `нужен столбец, в который форма может писать: не ${systemColumns.join(', ')} и не начинающийся с _`,
  key: 'нужна одна цифра в кавычках',
  values: 'нужно значение или список значений',
  condition: 'нужно { field, is }, { field, isSet }, { any: [ … ] } или { all: [ … ] }',
  next: 'нужен шаг, «end» или список ветвей',
};

function misfitText(misfit: Misfit): string {
  switch (misfit.code) {
    case 'never-empty':
      return 'Ответ не бывает пустым.';
    case 'written-otherwise':
      return `Ответ записывается как ${misfit.as}.`;
    default:
      return fieldProblemText(misfit, 'ru');
  }
}
