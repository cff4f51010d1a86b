import { decoderOf, lostCharacter, type TextEncoding } from './encoding.ts';
import { isSurely1251, likelyReadings } from './likely-encodings.ts';
import { UnreadableTable } from './unreadable-table.ts';

/** How much is looked at before the encoding is judged: one chunk of a file stream. */
const sampleBytes = 64 * 1024;

/**
 * The text of a file. Where nobody names its encoding a byte-order mark decides; so do many zero
 * bytes, which only UTF-16 has. Plain ASCII passes through until the first sample that is more: that
 * is UTF-8 if it reads as such, and Windows-1251 if it surely is. Any other file throws
 * `UnreadableTable`: a guess would be stored without anybody seeing it.
 */
export class FileText implements AsyncIterable<string> {
  /** As far as it is known; undefined while all was ASCII. */
  encoding: TextEncoding | undefined;
  /** Whether bytes came that the encoding has no character for. */
  damaged = false;

  readonly #bytes: AsyncIterable<Uint8Array>;
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  #decode: ((bytes?: Uint8Array) => string) | undefined;

  constructor(bytes: AsyncIterable<Uint8Array>, named?: TextEncoding) {
    this.#bytes = bytes;
    if (named !== undefined) this.#decode = this.#decoderFor(named);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    let pending: Uint8Array = new Uint8Array();
    let isStart = true;
    for await (const chunk of this.#bytes) {
      pending = joined(pending, chunk);
      if (this.#decode === undefined && pending.length < sampleBytes) continue;
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
    if (this.#decode === undefined) {
      const found = (isStart ? wideEncoding(sample) : undefined) ?? byteEncoding(sample);
      if (found === 'ascii') return new TextDecoder().decode(sample);
      if (found === 'unclear') return undefined;
      this.#decode = this.#decoderFor(found);
    }
    return this.#checked(this.#decode(sample), sample);
  }

  #finish(rest: Uint8Array, isStart: boolean): string {
    const text = this.#read(rest, isStart);
    if (text === undefined) throw unknownEncoding(rest);
    return text + this.#checked(this.#decode?.() ?? '', undefined);
  }

  #decoderFor(encoding: TextEncoding): (bytes?: Uint8Array) => string {
    this.encoding = encoding;
    return decoderOf(encoding);
  }

  #checked(text: string, bytes: Uint8Array | undefined): string {
    const isUtf8 = this.encoding === 'utf-8';
    this.damaged ||= isUtf8 ? !this.#isUtf8(bytes) : text.includes(lostCharacter);
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
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const [even, odd] = zeroBytes(sample);
  if (even + odd <= sample.length * fewestZeroBytes) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function zeroBytes(sample: Uint8Array): [even: number, odd: number] {
  const found: [number, number] = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) found[(at % 2) as 0 | 1] += 1;
  });
  return found;
}

/** 'unclear' needs more of the file. */
function byteEncoding(sample: Uint8Array): TextEncoding | 'ascii' | 'unclear' {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  const beyondAscii = text.match(/[\u0080-\uFFFF]/g) ?? [];
  if (beyondAscii.length === 0) return text.length === sample.length ? 'ascii' : 'unclear';
  if (isMostlyUtf8(sample, beyondAscii)) return 'utf-8';
  if (isSurely1251(sample)) return 'windows-1251';
  if (sample.length < mostSampleBytes) return 'unclear';
  throw unknownEncoding(sample);
}

/** A few lines' letters tell no encoding where more would. */
const mostSampleBytes = 4 * sampleBytes;

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

function unknownEncoding(sample: Uint8Array): UnreadableTable {
  const readings = likelyReadings(firstStrangeLine(sample), mostReadings);
  return new UnreadableTable({ code: 'unknown-encoding', readings });
}

const mostReadings = 6;

/** The first line with bytes that are no ASCII, as much of it as can be shown. */
function firstStrangeLine(sample: Uint8Array): Uint8Array {
  const at = sample.findIndex((byte) => byte > 0x7f);
  const isEnd = (byte: number) => byte === 0x0a || byte === 0x0d;
  let start = at;
  while (start > 0 && at - start < shownBytes && !isEnd(sample[start - 1] ?? 0)) start -= 1;
  const length = sample.subarray(start, start + 2 * shownBytes).findIndex(isEnd);
  return sample.subarray(start, start + (length < 0 ? 2 * shownBytes : length));
}

const shownBytes = 60;
