import { LongTextField, TextField } from '../../../parts/field.tsx';
import { Check } from '../../../parts/switch.tsx';
import { dictionary } from '../../../words/dictionary.ts';
import { problemAt } from '../../problems.ts';
import type { TaskFormProps } from './task-form-props.ts';

/** What operators find at their desks: what the card shows, and what comes before the next call. */
export function DeskFields({ draft, problems, onChange }: TaskFormProps) {
  const words = deskFieldWords();
  const change = (desk: Partial<typeof draft.desk>) =>
    onChange({ desk: { ...draft.desk, ...desk } });
  return (
    <>
      <LongTextField
        label={words.cardColumns}
        help={words.cardColumnsHelp}
        value={draft.desk.cardColumns}
        problem={problemAt(problems, 'cardColumns')}
        onInput={(cardColumns) => change({ cardColumns })}
      />
      <TextField
        label={words.cardUrl}
        help={words.cardUrlHelp}
        inputMode="text"
        value={draft.desk.cardUrl}
        problem={problemAt(problems, 'cardUrl')}
        onInput={(cardUrl) => change({ cardUrl })}
      />
      <Check
        label={words.requiresForm}
        checked={draft.desk.requiresForm}
        onChange={(requiresForm) => change({ requiresForm })}
      />
      <TextField
        label={words.mostWrapUpSeconds}
        help={words.mostWrapUpSecondsHelp}
        inputMode="numeric"
        value={draft.desk.mostWrapUpSeconds}
        problem={problemAt(problems, 'mostWrapUpSeconds')}
        onInput={(mostWrapUpSeconds) => change({ mostWrapUpSeconds })}
      />
      <TextField
        label={words.holdMusic}
        help={words.holdMusicHelp}
        value={draft.desk.holdMusic}
        problem={problemAt(problems, 'holdMusic')}
        maxLength={500}
        onInput={(holdMusic) => change({ holdMusic })}
      />
    </>
  );
}

export const deskFieldWords = dictionary({
  en: {
    title: 'At the desk',
    text: 'What operators see of a customer, and when the next call may come.',
    cardColumns: 'Columns on the card',
    cardColumnsHelp: 'In this order, one a line; the others stand below. Empty: all columns.',
    cardUrl: 'The customer’s page in your CRM',
    cardUrlHelp:
      'Opened from the card; columns in braces: https://crm.example.com/orders/{order}. Empty: none.',
    requiresForm: 'The form is sent before the next call',
    mostWrapUpSeconds: 'A form holds up the next call for at most (seconds)',
    mostWrapUpSecondsHelp: 'While somebody types, or asks for more time. Empty: 600.',
    holdMusic: 'Music on hold',
    holdMusicHelp:
      'The https address of a sound file (MP3, WAV) that Twilio can fetch. Empty: Twilio’s own music.',
  },
  ru: {
    title: 'На рабочем месте',
    text: 'Что операторы видят о клиенте и когда может прийти следующий звонок.',
    cardColumns: 'Поля карточки',
    cardColumnsHelp: 'В этом порядке, по одному в строке; остальные — ниже. Пусто — все поля.',
    cardUrl: 'Страница клиента в вашей CRM',
    cardUrlHelp:
      'Открывается с карточки; поля в скобках: https://crm.example.com/orders/{order}. Пусто — нет.',
    requiresForm: 'Следующий звонок — только после отправленной формы',
    mostWrapUpSeconds: 'Форма задерживает следующий звонок не дольше чем на (секунд)',
    mostWrapUpSecondsHelp: 'Пока в неё пишут или просят ещё времени. Пусто — 600.',
    holdMusic: 'Музыка на удержании',
    holdMusicHelp:
      'Адрес https звукового файла (MP3, WAV), доступного для Twilio. Пусто — музыка Twilio.',
  },
});
