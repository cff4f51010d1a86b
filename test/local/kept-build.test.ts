import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fingerprint } from '../../lib/local/fingerprint.ts';
import { type Build, takeBuild } from '../../lib/local/kept-build.ts';

let source: string;
let cache: string;
let target: string;
let made: number;

beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'callback-center-'));
  source = path.join(folder, 'source');
  cache = path.join(folder, 'cache');
  target = path.join(folder, 'target');
  mkdirSync(source);
  write('a.ts', 'one');
  write('c.ts', 'one');
  made = 0;
});

const write = (name: string, text: string) => writeFileSync(path.join(source, name), text);
const taken = (folder = target) => readFileSync(path.join(folder, 'built'), 'utf8');

/** Builds what `a.ts` says. */
function build(meanwhile: () => void = () => undefined): Build {
  return {
    kind: 'test',
    cache,
    fingerprint: () => fingerprint([source]),
    async make(folder) {
      made += 1;
      const text = readFileSync(path.join(source, 'a.ts'), 'utf8');
      meanwhile();
      writeFileSync(path.join(folder, 'built'), text);
    },
  };
}

test('what did not change is made once', async () => {
  await takeBuild(build(), target);
  utimesSync(path.join(source, 'a.ts'), 0, 0);
  await takeBuild(build(), `${target}-2`);
  expect([made, taken(), taken(`${target}-2`)]).toEqual([1, 'one', 'one']);
});

test.each([
  ['a file says something else', () => write('a.ts', 'two')],
  ['a file is new', () => write('b.ts', 'two')],
  ['a file is gone', () => rmSync(path.join(source, 'c.ts'))],
])('it is made anew where %s', async (_, change) => {
  await takeBuild(build(), target);
  change();
  await takeBuild(build(), target);
  expect([made, taken()]).toEqual([2, readFileSync(path.join(source, 'a.ts'), 'utf8')]);
});

test('what is come back to is still there', async () => {
  await takeBuild(build(), target);
  write('a.ts', 'two');
  await takeBuild(build(), target);
  write('a.ts', 'one');
  await takeBuild(build(), target);
  expect([made, taken()]).toEqual([2, 'one']);
});

test('two systems that start at once both get it whole', async () => {
  await Promise.all([takeBuild(build(), target), takeBuild(build(), `${target}-2`)]);
  expect([taken(), taken(`${target}-2`)]).toEqual(['one', 'one']);
  expect(readdirSync(cache)).toHaveLength(1);
});

test('nothing is kept of a build that failed', async () => {
  const failing = build(() => {
    throw new Error('a.ts:1:1: no');
  });
  await expect(takeBuild(failing, target)).rejects.toThrow('a.ts:1:1: no');
  expect([existsSync(target), readdirSync(cache)]).toEqual([false, []]);
  await takeBuild(build(), target);
  expect(taken()).toBe('one');
});

test('what was edited while it was made is made again', async () => {
  await takeBuild(
    build(() => made === 1 && write('a.ts', 'two')),
    target,
  );
  expect([made, taken()]).toEqual([2, 'two']);
});

test('a system keeps what it runs from, whatever is cleared away', async () => {
  await takeBuild(build(), target);
  for (let n = 0; n < 6; n += 1) {
    write('a.ts', `version ${n}`);
    await takeBuild(build(), `${target}-${n}`);
  }
  expect(readdirSync(cache)).toHaveLength(4);
  expect(taken()).toBe('one');
});
