import { Writable } from 'node:stream';
import { ProgressLine } from '../../lib/command-line/progress-line.ts';

function lineOn(terminal: { isTTY: boolean; columns?: number }) {
  let written = '';
  let now = 0;
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written += chunk;
      done();
    },
  });
  const line = new ProgressLine(Object.assign(stream, terminal), () => now);
  const showAt = (at: number, text: string) => {
    now = at;
    line.show(() => text);
  };
  return { line, showAt, written: () => written };
}

test('on a terminal one line is rewritten, at most ten times a second', () => {
  const { showAt, written } = lineOn({ isTTY: true });
  showAt(0, 'a');
  showAt(100, 'b');
  showAt(199, 'c');
  showAt(200, 'd');
  expect(written()).toBe('b\r\u001B[Kd');
});

test('on a terminal it never wraps', () => {
  const { showAt, written } = lineOn({ isTTY: true, columns: 10 });
  showAt(100, '0123456789');
  expect(written()).toBe('012345678');
});

test('lines that stay are not mixed with it', () => {
  const { line, showAt, written } = lineOn({ isTTY: true });
  showAt(100, 'half');
  line.print('Line 5: bad');
  expect(written()).toBe('half\r\u001B[KLine 5: bad\n');
});

test('in a file it is a new line every five seconds', () => {
  const { showAt, written } = lineOn({ isTTY: false });
  showAt(4_999, 'a');
  showAt(5_000, 'b');
  showAt(9_999, 'c');
  showAt(10_000, 'd');
  expect(written()).toBe('b\nd\n');
});
