/** The languages that people are spoken to in, on screens and by telephone. */
export type Language = 'en' | 'ru';
