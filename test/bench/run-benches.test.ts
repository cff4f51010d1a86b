import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { type Bench, type Finding, verdictOf } from './bench.ts';
import { runBenches } from './run-benches.ts';

const fast: Finding = { what: 'speed', goal: '≤ 4 s', measured: '3 s', verdict: verdictOf(true) };
const slow: Finding = { ...fast, measured: '5 s', verdict: verdictOf(false) };

function bench(name: string, run: Bench['run']): Bench {
  return { name, what: `what ${name} measures`, run };
}

async function run(chosen: Bench[], stop = new AbortController()) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bench-')), 'RESULTS.md');
  const terminal = { stdout: new PassThrough(), stderr: new PassThrough(), signal: stop.signal };
  const findings = await runBenches(terminal, { chosen, size: 'quick', file });
  return { findings, page: readFileSync(file, 'utf8'), printed: String(terminal.stdout.read()) };
}

test('prints goal, measurement and verdict, and keeps them with machine and date', async () => {
  const good = bench('good', async function* () {
    yield fast;
    yield slow;
  });
  const { page, printed } = await run([good]);
  expect(printed).toContain('speed: met\n  goal      ≤ 4 s\n  measured  3 s\n');
  expect(page).toContain('| speed | ≤ 4 s | 3 s | met |\n| speed | ≤ 4 s | 5 s | missed |');
  expect(page).toMatch(/Begun: \d{4}-\d\d-\d\d \d\d:\d\d UTC\n- Machine: .+, \d+ cores/);
  expect(page).not.toContain('not finished');
});

test('a benchmark that fails says why, cleans up, and the others go on', async () => {
  const cleaned: string[] = [];
  const bad = bench('bad', async function* (context) {
    context.atEnd(() => void cleaned.push('first'));
    context.atEnd(() => void cleaned.push('second'));
    yield fast;
    throw new Error('no system started\nat a place');
  });
  const good = bench('good', async function* () {
    yield slow;
  });
  const { findings } = await run([bad, good]);
  expect(findings.map(({ what, verdict }) => [what, verdict])).toEqual([
    ['speed', 'met'],
    ['what bad measures', 'not measured: no system started'],
    ['speed', 'missed'],
  ]);
  expect(cleaned).toEqual(['second', 'first']);
});

test('Ctrl-C leaves what was measured, and says that the run was not finished', async () => {
  const stop = new AbortController();
  const good = bench('good', async function* (context) {
    yield fast;
    stop.abort();
    context.signal.throwIfAborted();
  });
  const { findings, page } = await run([good, good], stop);
  expect(findings.map(({ verdict }) => verdict)).toEqual(['met', 'not measured: interrupted']);
  expect(page).toContain('This run was not finished.');
});
