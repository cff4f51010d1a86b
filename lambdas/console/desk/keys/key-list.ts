/** The keys of the desk beside those of the form, as they stand in `aria-keyshortcuts`. */
export const keys = {
  answer: 'Alt+A',
  hangUp: 'Alt+H',
  hold: 'Alt+P',
  done: 'Alt+N',
  moreTime: 'Alt+M',
  notNow: 'Alt+L',
  away: 'Alt+W',
  noteRead: 'Alt+R',
} as const;

export type KeyName = keyof typeof keys;
