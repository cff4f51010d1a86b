import { languages } from '../../../../domain/basics/language.ts';
import { recordingRules, usualRecordingDays } from '../../../../domain/task/recording-rules.ts';
import { SelectField, TextField } from '../../../parts/field.tsx';
import { dictionary } from '../../../words/dictionary.ts';
import { problemAt } from '../../problems.ts';
import type { RecordingDraft } from '../drafts/recording-draft.ts';
import { taskWords } from '../task-words.ts';
import type { TaskFormProps } from './task-form-props.ts';

/** Whether talks are recorded, what customers hear of it, and for how long recordings are kept. */
export function RecordingFields({ draft, problems, onChange }: TaskFormProps) {
  const words = recordingFieldWords();
  const { recording } = draft;
  const change = (part: Partial<RecordingDraft>) =>
    onChange({ recording: { ...recording, ...part } });
  const options = recordingRules.map((value) => ({ value, label: words.rules[value] }));
  return (
    <>
      <SelectField
        label={words.rule}
        help={words.ruleHelp}
        value={recording.rule}
        problem={problemAt(problems, 'recording')}
        options={options}
        onChange={(value) => change({ rule: recordingRules.find((it) => it === value) ?? 'off' })}
      />
      {recording.rule === 'notice' &&
        languages.map((language) => (
          <TextField
            key={language}
            label={words.notice(taskWords().languages[language])}
            help={words.noticeHelp}
            value={recording.notice[language]}
            problem={problemAt(problems, `recordingNotice.${language}`)}
            maxLength={300}
            onInput={(text) => change({ notice: { ...recording.notice, [language]: text } })}
          />
        ))}
      {recording.rule !== 'off' && (
        <TextField
          label={words.keepDays}
          help={words.keepDaysHelp(usualRecordingDays)}
          inputMode="numeric"
          value={recording.keepDays}
          problem={problemAt(problems, 'keepRecordingsDays')}
          onInput={(keepDays) => change({ keepDays })}
        />
      )}
    </>
  );
}

export const recordingFieldWords = dictionary({
  en: {
    title: 'Recording',
    text: 'Twilio records, and charges by the minute. Whether customers must be told is for the law of their place to say.',
    rule: 'Talks are recorded',
    ruleHelp: 'Operators pause a recording at their desk; a step of the script may do it for them.',
    rules: {
      off: 'Never',
      'on-demand': 'When the operator begins it',
      on: 'Always, without a notice',
      notice: 'Always; the customer hears so first',
    },
    notice: (language: string) => `Notice, ${language}`,
    noticeHelp:
      'Said in the task’s language when the customer has answered, before they are joined.',
    keepDays: 'Keep recordings for (days)',
    keepDaysHelp: (days: number) => `Then Twilio deletes them. Empty: ${days}.`,
  },
  ru: {
    title: 'Запись',
    text: 'Записывает Twilio, плата — за минуты. Надо ли предупреждать клиентов, решает закон их страны.',
    rule: 'Разговоры записываются',
    ruleHelp:
      'Оператор ставит запись на паузу за своим столом; шаг сценария может сделать это сам.',
    rules: {
      off: 'Никогда',
      'on-demand': 'Когда запись включит оператор',
      on: 'Всегда, без предупреждения',
      notice: 'Всегда; клиент сначала слышит об этом',
    },
    notice: (language: string) => `Предупреждение, ${language}`,
    noticeHelp: 'Звучит на языке задачи, когда клиент ответил, до соединения с оператором.',
    keepDays: 'Хранить записи (дней)',
    keepDaysHelp: (days: number) => `Потом они удаляются из Twilio. Пусто: ${days}.`,
  },
});
