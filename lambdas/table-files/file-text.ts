import { type DecoderStream, getDecoder } from 'iconv-lite';

export type TextEncoding = 'utf8' | 'utf16le' | 'utf16be' | 'win1251';

/** How much is looked at before the encoding is judged: one chunk of a file stream. */
const sampleBytes = 64 * 1024;

/** What a decoder puts where bytes stand for no character. */
export const lostCharacter = '\uFFFD';

/**
 * The text of a file whose encoding nobody named. A byte-order mark decides; so do many zero bytes,
 * which only UTF-16 has. Plain ASCII passes through until the first sample that is more: that is
 * UTF-8 if it reads as such, and Windows-1251 if not.
 */
export class FileText implements AsyncIterable<string> {
  /** As far as it is known; undefined while all was ASCII. */
  encoding: TextEncoding | undefined;
  /** Whether bytes came that the encoding has no character for. */
  damaged = false;

  readonly #bytes: AsyncIterable<Uint8Array>;
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  #decoder: DecoderStream | undefined;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = bytes;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    let pending = Buffer.alloc(0);
    let isStart = true;
    for await (const chunk of this.#bytes) {
      pending = Buffer.concat([pending, chunk]);
      if (this.#decoder === undefined && pending.length < sampleBytes) continue;
      const text = this.#read(pending, isStart);
      if (text === undefined) continue;
      yield text;
      pending = Buffer.alloc(0);
      isStart = false;
    }
    yield this.#finish(pending, isStart);
  }

  /** The sample's text, or undefined when more bytes are needed to tell the encoding. */
  #read(sample: Buffer, isStart: boolean): string | undefined {
    if (this.#decoder === undefined) {
      const found = (isStart ? wideEncoding(sample) : undefined) ?? byteEncoding(sample);
      if (found === 'ascii') return sample.toString('latin1');
      if (found === 'unclear') return undefined;
      this.encoding = found;
      this.#decoder = getDecoder(found);
    }
    return this.#checked(this.#decoder.write(sample), sample);
  }

  #finish(rest: Buffer, isStart: boolean): string {
    const text = this.#read(rest, isStart);
    if (text === undefined) return this.#readAs('win1251', rest);
    return text + this.#checked(this.#decoder?.end() ?? '', undefined);
  }

  #readAs(encoding: TextEncoding, rest: Buffer): string {
    this.encoding = encoding;
    return getDecoder(encoding).write(rest);
  }

  #checked(text: string, bytes: Uint8Array | undefined): string {
    this.damaged ||= this.encoding === 'utf8' ? !this.#isUtf8(bytes) : text.includes(lostCharacter);
    return text;
  }

  /** Whether the file is valid up to these bytes, or with `undefined` to its end. */
  #isUtf8(bytes: Uint8Array | undefined): boolean {
    try {
      this.#strict.decode(bytes, { stream: bytes !== undefined });
      return true;
    } catch {
      return false;
    }
  }
}

/** Every digit, space and delimiter is one in UTF-16; a few in another file are damage. */
const fewestZeroBytes = 1 / 50;

function wideEncoding(sample: Buffer): TextEncoding | undefined {
  const mark = sample.subarray(0, 3).toString('hex');
  if (mark === 'efbbbf') return 'utf8';
  if (mark.startsWith('fffe')) return 'utf16le';
  if (mark.startsWith('feff')) return 'utf16be';
  const [even, odd] = zeroBytes(sample);
  if (even + odd <= sample.length * fewestZeroBytes) return undefined;
  return odd > even ? 'utf16le' : 'utf16be';
}

function zeroBytes(sample: Buffer): [even: number, odd: number] {
  const found: [number, number] = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) found[(at % 2) as 0 | 1] += 1;
  });
  return found;
}

function byteEncoding(sample: Buffer): 'utf8' | 'win1251' | 'ascii' | 'unclear' {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  const beyondAscii = text.match(/[\u0080-\uFFFF]/g) ?? [];
  if (beyondAscii.length === 0) return text.length === sample.length ? 'ascii' : 'unclear';
  return isMostlyUtf8(sample, beyondAscii) ? 'utf8' : 'win1251';
}

/**
 * One damaged byte does not make a UTF-8 file another one: its letters still read as UTF-8, while
 * of Windows-1251's hardly any does. Ten to one is far from both.
 */
function isMostlyUtf8(sample: Buffer, letters: readonly string[]): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    const lost = letters.filter((letter) => letter === lostCharacter).length;
    return letters.length - lost >= 10 * lost;
  }
}
