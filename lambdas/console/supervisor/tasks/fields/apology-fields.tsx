import { languageNames, languages } from '../../../../domain/basics/language.ts';
import { LongTextField } from '../../../parts/field.tsx';
import { dictionary } from '../../../words/dictionary.ts';
import { problemAt } from '../../problems.ts';
import type { TaskFormProps } from './task-form-props.ts';

/** What customers read whose call was not made, by language; the task's own counts first. */
export function ApologyFields({ draft, problems, onChange }: TaskFormProps) {
  const words = apologyFieldWords();
  return (
    <>
      {languages.map((it) => (
        <LongTextField
          key={it}
          label={languageNames[it]}
          help={words.help}
          optional
          rows={2}
          value={draft.apology[it]}
          problem={problemAt(problems, `apologyText.${it}`)}
          onInput={(text) => onChange({ apology: { ...draft.apology, [it]: text } })}
        />
      ))}
    </>
  );
}

export const apologyFieldWords = dictionary({
  en: {
    title: 'Apology by a text',
    text: 'Supervisors send it to customers whose call is later than may be. Empty: there is none.',
    help: 'Columns of the row in braces, {promised_date} and {promised_time}.',
  },
  ru: {
    title: 'Извинение сообщением',
    text: 'Его супервизор отправляет клиентам, которым вовремя не позвонили. Пусто — не отправляется.',
    help: 'Поля строки в фигурных скобках, {promised_date} и {promised_time}.',
  },
});
