import { dictionary } from '../../words/dictionary.ts';

export const recordingStoryWords = dictionary({
  en: {
    listen: (time: string, length: string) => `Listen: ${time}, ${length}`,
    sound: 'Recording of the talk',
    speed: 'Speed',
    notThere: 'The recording cannot be had at present.',
    none: 'The talk should have been recorded; no recording has come.',
    states: {
      recording: 'Is being recorded',
      paused: 'Is being recorded, paused at present',
      absent: 'Not recorded: too short, or silent',
      deleted: 'The recording was deleted',
    },
  },
  ru: {
    listen: (time: string, length: string) => `Слушать: ${time}, ${length}`,
    sound: 'Запись разговора',
    speed: 'Скорость',
    notThere: 'Сейчас запись получить не удаётся.',
    none: 'Разговор должен был записываться, но записи нет.',
    states: {
      recording: 'Записывается',
      paused: 'Записывается, сейчас на паузе',
      absent: 'Записи нет: слишком коротко или тихо',
      deleted: 'Запись удалена',
    },
  },
});
