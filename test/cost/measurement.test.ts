import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Measurement, type Phase, readMeasurement } from '../../lib/cost/measurement.ts';
import { useOfCallback, useOfDesk } from '../../lib/cost/use.ts';

const root = path.join(__dirname, '..', '..');

/** Records that happen to come together are one call instead of two. */
const callTolerance = 2;
/** A question that is asked again, because a row changed under it. */
const unitTolerance = 0.1;

async function measureAnew(): Promise<Measurement> {
  const program = path.join('test', 'cost', 'measure-program.ts');
  const words = ['--import', './bin/prepare-node.js', program];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root });
  return JSON.parse(stdout);
}

/** Who asks for what, without how often. */
function kinds({ counts }: Phase): string[] {
  const engine = counts.filter(({ caller }) => /^(Engine|Webhooks)/.test(caller));
  return engine.map(({ caller, operation }) => `${caller} ${operation}`);
}

test('what calls use is what was measured when it was committed', async () => {
  const [fresh, committed] = [await measureAnew(), readMeasurement()];
  const [now, then] = [fresh, committed].map(({ callback }) => useOfCallback(callback, 'near'));
  expect(Math.abs((now?.lambdaRequest ?? 0) - (then?.lambdaRequest ?? 0))).toBeLessThanOrEqual(
    callTolerance,
  );
  for (const unit of ['writeUnit', 'readUnit', 'sqsRequest', 'httpApiRequest'] as const) {
    const ratio = (now?.[unit] ?? 0) / (then?.[unit] ?? 1);
    expect({ unit, isNear: Math.abs(ratio - 1) <= unitTolerance, ratio }).toMatchObject({
      isNear: true,
    });
  }
  expect(kinds(fresh.callback)).toEqual(kinds(committed.callback));
  const desks = [fresh, committed].map((it) => useOfDesk(it).httpApiRequest);
  // What a desk asks for depends on which of two news comes first.
  expect(Math.abs((desks[0] ?? 0) - (desks[1] ?? 0))).toBeLessThanOrEqual(callTolerance);
});
