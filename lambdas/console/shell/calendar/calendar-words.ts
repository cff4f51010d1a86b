import { dictionary } from '../../words/dictionary.ts';

export const calendarWords = dictionary({
  en: {
    title: 'In your calendar',
    text: 'Promised calls appear in a calendar program that is given a secret link: it needs no sign-in, so whoever has the link sees them.',
    none: 'There is no link.',
    made: (when: string) =>
      `There is a link, made ${when}. Nobody can look it up again; a new one ends it.`,
    make: 'Make the link',
    renew: 'Make a new link',
    revoke: 'End the link',
    revoked: 'The link has ended.',
    link: 'The link',
    linkHelp: 'Shown once: copy it, and add it to the calendar as a subscription, or “from URL”.',
    copy: 'Copy',
    copied: 'Copied.',
    close: 'Close',
  },
  ru: {
    title: 'В вашем календаре',
    text: 'Обещанные звонки появятся в календаре, которому дали секретную ссылку. Входить по ней не нужно: звонки видит каждый, у кого она есть.',
    none: 'Ссылки нет.',
    made: (when: string) =>
      `Ссылка есть, создана ${when}. Посмотреть её снова нельзя; новая ссылка её отменит.`,
    make: 'Создать ссылку',
    renew: 'Создать новую ссылку',
    revoke: 'Отменить ссылку',
    revoked: 'Ссылка отменена.',
    link: 'Ссылка',
    linkHelp:
      'Показывается один раз: скопируйте её и добавьте в календарь как подписку, или «по URL».',
    copy: 'Копировать',
    copied: 'Скопировано.',
    close: 'Закрыть',
  },
});
