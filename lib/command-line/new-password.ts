import { randomInt } from 'node:crypto';

/** Without what looks alike when it is read out or typed off: 0O, 1lI. */
const alphabets = ['abcdefghijkmnopqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'];

/** 20 of 57 signs are 116 bits. */
const length = 20;

/**
 * A random password with small letters, capitals and digits.
 *
 * @param signs further signs that the reader insists on, each of which it then has
 */
export function newPassword(signs = ''): string {
  const all = alphabets.join('');
  const needed = [...alphabets.map(pick), ...signs];
  const others = Array.from({ length: length - needed.length }, () => pick(all));
  return shuffled([...needed, ...others]).join('');
}

function pick(alphabet: string): string {
  return alphabet.charAt(randomInt(alphabet.length));
}

function shuffled(signs: readonly string[]): string[] {
  const left = [...signs];
  return signs.map(() => left.splice(randomInt(left.length), 1)[0] as string);
}
