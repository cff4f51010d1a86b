import { languages } from '../basics/language.ts';

/** Set by the system alone, whatever a form says. */
export const systemColumns = ['task', 'Id', 'status', 'date_call'];

const byLanguage = languages.map((it) => `"${it}": "…"`).join(', ');

/** What the schema demands beyond kinds and limits, as it complains. */
export const scriptRules = {
  text: `must be a text, or a text by language: { ${byLanguage} }`,
  language: `must be given in ${languages.join(' or ')}`,
  id: 'must begin with a letter and have at most 32 letters, digits, - or _',
  objectName: 'must not be a name that every object has',
  end: 'must not be “end”, which means the end of the script',
  column: `must be a column that a form may write: not ${systemColumns.join(', ')}, and none that begins with _`,
  key: 'must be one digit in quotation marks',
  values: 'must be a value or a list of values',
  condition: 'must be { field, is }, { field, isSet }, { any: [ … ] } or { all: [ … ] }',
  next: 'must be a step, “end” or a list of branches',
};
export type ScriptRule = keyof typeof scriptRules;
