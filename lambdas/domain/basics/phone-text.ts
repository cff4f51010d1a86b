/** How a phone number is spelled: what its digits alone no longer tell. */
export interface PhoneText {
  /** All of them, in ASCII, without an extension's. */
  digits: string;
  /** Whether it begins with a plus. */
  hasPlus: boolean;
  /** The digits as spaces, brackets and other marks set them apart. */
  groups: readonly string[];
  /** The digits before the last bracket that opens, if there is one. */
  beforeBracket: string | undefined;
}

/**
 * Reads a text that is a phone number as a whole, with or without an extension. Undefined for
 * anything else: a note, a count in brackets, a letter among the digits, two numbers, a fraction.
 * Digits of other scripts, wide spaces, long dashes and invisible marks are what they stand for.
 */
export function readPhoneText(given: string): PhoneText | undefined {
  if (given.length > mostLetters) return undefined;
  const text = withoutFraction(withoutExtension(plain(given).replace(/^tel: ?/i, '')));
  if (!isOneNumber(text)) return undefined;
  const bracket = text.lastIndexOf('(');
  const groups = text.match(/\d+/g) ?? [];
  return {
    digits: groups.join(''),
    hasPlus: text.includes('+'),
    groups,
    beforeBracket: bracket < 0 ? undefined : text.slice(0, bracket).replace(/\D/g, ''),
  };
}

/** However a number is written, with what is invisible in it. */
const mostLetters = 100;

/** One spelling for what a reader takes for the same. */
function plain(given: string): string {
  return given
    .normalize('NFKC') // full-width digits and signs
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/\p{Cf}/gu, '') // marks of direction and of no width, soft hyphens
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim()
    .replace(/^8 ?~ ?10/, '810'); // Russia's way abroad: the tilde is a wait for the tone
}

/** In every script the ten digits stand one after the other. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value % 10);
}

/** Those that libphonenumber knows, and the Russian ones; without a word only `#` and `,,`. */
const extensionWords = [
  'e?xtn?\\.?',
  'extensi[oó]n',
  'доб(?:ав(?:очный)?)?\\.?',
  'вн(?:утр(?:енний)?)?\\.?',
  'anexo',
  'int\\.?',
  'x',
];
const extension = new RegExp(
  `(?:;ext=|[ ,.;-]*\\(?(?:${extensionWords.join('|')})[ :.]*|[ ,]*# ?|,,) ?\\d{1,9} ?#?\\)?$`,
  'i',
);

function withoutExtension(text: string): string {
  return text.replace(extension, '').replace(/[ .,;]+$/, '');
}

/** A whole number as a table tool writes it: `2025550164.0`. */
function withoutFraction(text: string): string {
  return text.replace(/^(\+?\d+)[.,]0+$/, '$1');
}

function isOneNumber(text: string): boolean {
  const unbracketed = text.replace(/\( ?(\+? ?\d[\d -]*)\)/g, ' $1 ').replace(/ +/g, ' ');
  return (
    /^ ?\+? ?\d[\d ./-]*\d$/.test(unbracketed) &&
    !isNoted(text) &&
    !isFraction(text) &&
    isDividedWithin(text)
  );
}

/** `(2) 030 …`: a count or a note before the number; after it the bracket does not match. */
function isNoted(text: string): boolean {
  return /^\([1-9]\) ?0/.test(text);
}

/** A point after more digits than are ever set apart, or before a single one. */
function isFraction(text: string): boolean {
  return /^\+?\d{7,}\.\d+$/.test(text) || /\.\d$/.test(text);
}

/** `030/1234567` sets the area apart; in `8 495 1234567/8` and `5512345/5512346` there are two. */
function isDividedWithin(text: string): boolean {
  const parts = text.split('/').map((it) => it.replace(/\D/g, ''));
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return true;
  const isPrefix = /^[(+08]/.test(text) || first.length <= 4;
  return isPrefix && last.length >= 3 && parts.slice(0, -1).every(({ length }) => length <= 6);
}
