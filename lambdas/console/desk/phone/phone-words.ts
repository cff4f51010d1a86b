import { dictionary } from '../../words/dictionary.ts';

export const phoneWords = dictionary({
  en: {
    ready: 'Phone ready',
    starting: 'Phone connecting',
    failed: 'Phone does not work',
    retry: 'Try again',
    ring: 'Ring aloud',
    askForNotices: 'Show calls as notifications',
    rings: 'Your phone rings',
    answer: 'Answer',
    decline: 'Decline',
    problems: {
      'microphone-refused':
        'The browser does not let this page use the microphone. Allow it beside the address, then try again.',
      'microphone-missing':
        'No microphone was found, or another program holds it. Plug one in, then try again.',
      'not-admitted':
        'The telephone network does not accept this phone’s sign-in any more. It is signed in anew.',
      'not-connected': 'The telephone network cannot be reached. It is tried again.',
      'browser-unfit': 'This browser cannot be a phone: use a current one, over https.',
    },
    unknownProblem: (code: number | undefined) =>
      code === undefined ? 'The phone could not be started.' : `The phone reports error ${code}.`,
    sound: 'Sound',
    microphone: 'Microphone',
    level: 'How loud you are heard',
    speak: 'Say something: the bar must move.',
    speaker: 'You hear from',
    ringsFrom: 'It rings from',
    browsersChoice: 'As the browser chooses',
    tryTone: 'Play a tone',
    tryRing: 'Ring once',
    reconnecting: 'The connection was lost; it is being restored',
    quality: {
      connection: 'Bad connection: you may not understand each other',
      microphone: 'Your microphone is silent: the customer does not hear you',
    },
  },
  ru: {
    ready: 'Телефон готов',
    starting: 'Телефон подключается',
    failed: 'Телефон не работает',
    retry: 'Повторить',
    ring: 'Звонить вслух',
    askForNotices: 'Показывать звонки в уведомлениях',
    rings: 'Ваш телефон звонит',
    answer: 'Ответить',
    decline: 'Отклонить',
    problems: {
      'microphone-refused':
        'Браузер не даёт этой странице микрофон. Разрешите его рядом с адресом и повторите.',
      'microphone-missing':
        'Микрофон не найден, или его занимает другая программа. Подключите его и повторите.',
      'not-admitted': 'Телефонная сеть больше не принимает вход этого телефона. Входим заново.',
      'not-connected': 'До телефонной сети не достучаться. Пробуем ещё.',
      'browser-unfit': 'Этот браузер не может быть телефоном: нужен современный и адрес https.',
    },
    unknownProblem: (code: number | undefined) =>
      code === undefined ? 'Телефон не запустился.' : `Телефон сообщает об ошибке ${code}.`,
    sound: 'Звук',
    microphone: 'Микрофон',
    level: 'Как вас слышно',
    speak: 'Скажите что-нибудь: полоска должна двигаться.',
    speaker: 'Вы слышите через',
    ringsFrom: 'Звонит через',
    browsersChoice: 'Как выберет браузер',
    tryTone: 'Проиграть звук',
    tryRing: 'Позвонить раз',
    reconnecting: 'Связь прервалась, восстанавливаем',
    quality: {
      connection: 'Плохая связь: вы можете не расслышать друг друга',
      microphone: 'Микрофон молчит: клиент вас не слышит',
    },
  },
});
