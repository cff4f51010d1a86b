export type TextEncoding = 'utf8' | 'utf16le' | 'utf16be' | 'win1251';

/** As the Encoding Standard calls them. */
const labels: Record<TextEncoding, string> = {
  utf8: 'utf-8',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  win1251: 'windows-1251',
};

/** How much is looked at before the encoding is judged: one chunk of a file stream. */
const sampleBytes = 64 * 1024;

/** What a decoder puts where bytes stand for no character. */
export const lostCharacter = '\uFFFD';

/** The one byte that Windows-1251 has no character for; the Encoding Standard reads a control. */
const unassigned1251 = /\u0098/g;

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
  #decoder: TextDecoder | undefined;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = bytes;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    let pending: Uint8Array = new Uint8Array();
    let isStart = true;
    for await (const chunk of this.#bytes) {
      pending = joined(pending, chunk);
      if (this.#decoder === undefined && pending.length < sampleBytes) continue;
      const text = this.#read(pending, isStart);
      if (text === undefined) continue;
      yield text;
      pending = new Uint8Array();
      isStart = false;
    }
    yield this.#finish(pending, isStart);
  }

  /** The sample's text, or undefined when more bytes are needed to tell the encoding. */
  #read(sample: Uint8Array, isStart: boolean): string | undefined {
    if (this.#decoder === undefined) {
      const found = (isStart ? wideEncoding(sample) : undefined) ?? byteEncoding(sample);
      if (found === 'ascii') return new TextDecoder().decode(sample);
      if (found === 'unclear') return undefined;
      this.#decoder = this.#decoderFor(found);
    }
    return this.#checked(this.#decoder.decode(sample, { stream: true }), sample);
  }

  #finish(rest: Uint8Array, isStart: boolean): string {
    const text = this.#read(rest, isStart);
    if (text === undefined) return this.#checked(this.#decoderFor('win1251').decode(rest), rest);
    return text + this.#checked(this.#decoder?.decode() ?? '', undefined);
  }

  #decoderFor(encoding: TextEncoding): TextDecoder {
    this.encoding = encoding;
    return new TextDecoder(labels[encoding]);
  }

  #checked(decoded: string, bytes: Uint8Array | undefined): string {
    const isCyrillic = this.encoding === 'win1251';
    const text = isCyrillic ? decoded.replaceAll(unassigned1251, lostCharacter) : decoded;
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

function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (before.length === 0) return after;
  const both = new Uint8Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}

/** Every digit, space and delimiter is one in UTF-16; a few in another file are damage. */
const fewestZeroBytes = 1 / 50;

function wideEncoding(sample: Uint8Array): TextEncoding | undefined {
  const [first, second, third] = sample;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf8';
  if (first === 0xff && second === 0xfe) return 'utf16le';
  if (first === 0xfe && second === 0xff) return 'utf16be';
  const [even, odd] = zeroBytes(sample);
  if (even + odd <= sample.length * fewestZeroBytes) return undefined;
  return odd > even ? 'utf16le' : 'utf16be';
}

function zeroBytes(sample: Uint8Array): [even: number, odd: number] {
  const found: [number, number] = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) found[(at % 2) as 0 | 1] += 1;
  });
  return found;
}

function byteEncoding(sample: Uint8Array): 'utf8' | 'win1251' | 'ascii' | 'unclear' {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  const beyondAscii = text.match(/[\u0080-\uFFFF]/g) ?? [];
  if (beyondAscii.length === 0) return text.length === sample.length ? 'ascii' : 'unclear';
  return isMostlyUtf8(sample, beyondAscii) ? 'utf8' : 'win1251';
}

/**
 * One damaged byte does not make a UTF-8 file another one: its letters still read as UTF-8, while
 * of Windows-1251's hardly any does. Ten to one is far from both.
 */
function isMostlyUtf8(sample: Uint8Array, letters: readonly string[]): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    const lost = letters.filter((letter) => letter === lostCharacter).length;
    return letters.length - lost >= 10 * lost;
  }
}
