import { decoderOf, lostCharacter, type TextEncoding } from './encoding.ts';

/** How a line of a file reads in an encoding. */
export interface Reading {
  encoding: TextEncoding;
  text: string;
}

/** Those in which tables of one byte a letter are written, the commonest first. */
const candidates: readonly TextEncoding[] = [
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'ibm866',
  'windows-1250',
  'macintosh',
  'x-mac-cyrillic',
  'iso-8859-5',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'iso-8859-2',
  'koi8-u',
];

/** The line in the encodings in which it most likely is text; of two that read alike the commoner. */
export function likelyReadings(line: Uint8Array, most: number): Reading[] {
  const readings = candidates.map((encoding) => {
    const text = decoderOf(encoding)(line);
    return { encoding, text, score: likelihood(text) };
  });
  const different = readings.filter(
    ({ text }, at) => readings.findIndex((it) => it.text === text) === at,
  );
  return different
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ encoding, text }) => ({ encoding, text }));
}

/** Whether the bytes can be nothing but Russian, or a language written like it, in Windows-1251. */
export function isSurely1251(sample: Uint8Array): boolean {
  const words = wordsOf(decoderOf('windows-1251')(sample));
  const letters = words.join('').match(cyrillic)?.length ?? 0;
  const good = words.filter((it) => /^\p{Script=Cyrillic}+$/u.test(it) && isCased(it));
  if (letters < fewestLetters || good.length < words.length * 0.9) return false;
  const mean = meanFrequency(words.join(''));
  return (
    mean >= Math.max(leastFrequency, ...rivals.map((it) => meanIn(it, sample))) && hasVowels(words)
  );
}

/** What is small in one of them is capital in the other; only the letters' frequency tells. */
const rivals: readonly TextEncoding[] = ['koi8-r', 'ibm866', 'iso-8859-5'];

function meanIn(encoding: TextEncoding, sample: Uint8Array): number {
  return meanFrequency(wordsOf(decoderOf(encoding)(sample)).join(''));
}

/** Fewer may be letters of anything. */
const fewestLetters = 3;

/** Words with letters beyond ASCII. */
function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{M}\u0080-\u009f\uFFFD]+/gu) ?? [];
  return words.filter((it) => /[^\0-\x7f]/.test(it));
}

/** Written as words are: small, capital, or with a capital letter first. */
function isCased(word: string): boolean {
  return /^\p{L}?\p{Ll}*$|^\p{Lu}+$/u.test(word);
}

const cyrillic = /\p{Script=Cyrillic}/gu;

/** Per thousand letters of Russian; others that are written in Cyrillic are near enough. */
const frequencies: Readonly<Record<string, number>> = Object.fromEntries(
  [...'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґў'].map((letter, at) => [
    letter,
    [
      110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16, 14, 12,
      10, 9, 7, 6, 5, 4, 3, 3, 2, 2, 20, 5, 5, 1, 5,
    ][at] ?? 1,
  ]),
);

/** The mean of log(frequency): 3.6 in Russian, and under 2.6 in what was written in another encoding. */
function meanFrequency(text: string): number {
  const letters = text.match(cyrillic) ?? [];
  const logs = letters.map((it) => Math.log(frequencies[it.toLowerCase()] ?? 0.5));
  return logs.reduce((sum, it) => sum + it, 0) / Math.max(letters.length, 1);
}

const leastFrequency = 2.8;

function hasVowels(words: readonly string[]): boolean {
  const long = words.filter((it) => it.length >= 3);
  const sounding = long.filter((it) => /[аеёиоуыэюяіїєў]/i.test(it));
  return sounding.length >= long.length * 0.8;
}

function likelihood(text: string): number {
  const odd = text.match(/[^\0-\x7f\p{L}\s«»“”„‘’–—…№©®°§€£]/gu)?.length ?? 0;
  const lost = text.match(new RegExp(`${lostCharacter}|\\p{Cc}`, 'gu'))?.length ?? 0;
  return wordsOf(text).reduce((sum, it) => sum + wordLikelihood(it), 0) - 2 * odd - 4 * lost;
}

function wordLikelihood(word: string): number {
  const isMixed = /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word);
  const strange = isMixed ? -4 : isCased(word) ? 0 : -2;
  if (/\p{Script=Cyrillic}/u.test(word)) return strange + meanFrequency(word) - 2;
  const foreign = word.match(/[^\0-\x7f]/g)?.length ?? 0;
  return strange + (foreign * 2 > word.length && word.length > 1 ? -2 : 1.2);
}
