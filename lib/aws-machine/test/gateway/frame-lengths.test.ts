import { FrameLengths } from '../../src/gateway/frame-lengths.ts';

/** A masked frame, as clients send it. */
function frame(length: number): Buffer {
  return Buffer.concat([Buffer.from([0x81]), lengthBytes(length), Buffer.alloc(4 + length)]);
}

function lengthBytes(length: number): Buffer {
  if (length < 126) return Buffer.from([0x80 | length]);
  const extended = Buffer.alloc(length < 65_536 ? 3 : 9);
  extended.writeUInt8(0x80 | (length < 65_536 ? 126 : 127));
  if (length < 65_536) extended.writeUInt16BE(length, 1);
  else extended.writeBigUInt64BE(BigInt(length), 1);
  return extended;
}

const lengths = [0, 1, 125, 126, 65_535, 0, 65_536, 3];

test.each([1, 2, 3, 7, 1_000, 65_536, 1_000_000])('are found in chunks of %d bytes', (size) => {
  const bytes = Buffer.concat(lengths.map(frame));
  const frames = new FrameLengths();
  const found: number[] = [];
  for (let start = 0; start < bytes.length; start += size) {
    found.push(...frames.read(bytes.subarray(start, start + size)));
  }
  expect(found).toEqual(lengths);
});
