import { dictionary } from '../../../words/dictionary.ts';

/** What the desk says about the recording of a talk. */
export const recordingWords = dictionary({
  en: {
    recording: 'Recording',
    paused: 'Recording paused',
    begin: 'Record',
    pause: 'Pause recording',
    goOn: 'Go on recording',
    silent: 'This step is not recorded.',
    pausing: 'The recording is being paused: wait before you ask.',
  },
  ru: {
    recording: 'Идёт запись',
    paused: 'Запись на паузе',
    begin: 'Записывать',
    pause: 'Пауза записи',
    goOn: 'Продолжить запись',
    silent: 'Этот шаг не записывается.',
    pausing: 'Запись ставится на паузу: подождите с вопросом.',
  },
});
