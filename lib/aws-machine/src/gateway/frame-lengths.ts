const shortHeaderBytes = 2;
const maskBytes = 4;
/** Bytes that follow a header whose seven-bit length is one of these. */
const extendedLengthBytes: Record<number, number> = { 126: 2, 127: 8 };

/**
 * Tells how long the frames of a WebSocket are, from the bytes that arrive.
 * https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
export class FrameLengths {
  #header: Buffer = Buffer.alloc(0);
  #payloadLeft = 0;

  /** Payload lengths of the frames that begin in this chunk. */
  read(chunk: Buffer): number[] {
    const lengths: number[] = [];
    let rest = chunk;
    while (rest.length > 0) {
      const skipped = Math.min(this.#payloadLeft, rest.length);
      this.#payloadLeft -= skipped;
      this.#header = Buffer.concat([this.#header, rest.subarray(skipped)]);
      const headerBytes = headerLength(this.#header);
      if (this.#header.length < headerBytes) break;
      rest = this.#header.subarray(headerBytes);
      this.#payloadLeft = payloadLength(this.#header);
      lengths.push(this.#payloadLeft);
      this.#header = Buffer.alloc(0);
    }
    return lengths;
  }
}

function headerLength(start: Buffer): number {
  if (start.length < shortHeaderBytes) return shortHeaderBytes;
  const isMasked = start.readUInt8(1) >= 0x80;
  const extended = extendedLengthBytes[start.readUInt8(1) & 0x7f] ?? 0;
  return shortHeaderBytes + extended + (isMasked ? maskBytes : 0);
}

function payloadLength(header: Buffer): number {
  const short = header.readUInt8(1) & 0x7f;
  if (short === 126) return header.readUInt16BE(shortHeaderBytes);
  return short === 127 ? Number(header.readBigUInt64BE(shortHeaderBytes)) : short;
}
