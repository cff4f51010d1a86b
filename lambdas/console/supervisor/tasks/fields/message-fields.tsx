import { languages } from '../../../../domain/basics/language.ts';
import { LongTextField, TextField } from '../../../parts/field.tsx';
import { dictionary } from '../../../words/dictionary.ts';
import { problemAt } from '../../problems.ts';
import type { MessageDraft } from '../drafts/message-draft.ts';
import { taskWords } from '../task-words.ts';
import type { TaskFormProps } from './task-form-props.ts';

/** What operators leave on answering machines, by one button. */
export function MessageFields({ draft, problems, onChange }: TaskFormProps) {
  const words = messageFieldWords();
  const { message } = draft;
  const change = (part: Partial<MessageDraft>) => onChange({ message: { ...message, ...part } });
  return (
    <>
      {languages.map((language) => (
        <LongTextField
          key={language}
          label={words.words(taskWords().languages[language])}
          value={message.text[language]}
          problem={problemAt(problems, `voicemailText.${language}`)}
          onInput={(text) => change({ text: { ...message.text, [language]: text } })}
        />
      ))}
      <TextField
        label={words.sound}
        help={words.soundHelp}
        value={message.sound}
        problem={problemAt(problems, 'voicemailSound')}
        maxLength={500}
        onInput={(sound) => change({ sound })}
      />
    </>
  );
}

export const messageFieldWords = dictionary({
  en: {
    title: 'Message for answering machines',
    text: 'The operator leaves it by one button and goes on at once. The text in the task’s language is spoken; empty, there is no button.',
    words: (language: string) => `Message, ${language}`,
    sound: 'A recorded message instead',
    soundHelp: 'The https address of a sound file (MP3, WAV) that Twilio can fetch.',
  },
  ru: {
    title: 'Сообщение для автоответчика',
    text: 'Оператор оставляет его одной кнопкой и сразу работает дальше. Звучит текст на языке задачи; пусто — кнопки нет.',
    words: (language: string) => `Сообщение, ${language}`,
    sound: 'Готовая запись вместо текста',
    soundHelp: 'Адрес https звукового файла (MP3, WAV), доступного для Twilio.',
  },
});
