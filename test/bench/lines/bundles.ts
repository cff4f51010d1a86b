import path from 'node:path';
import { type Bundle, bundleFunctions } from '../../../lib/bundles/bundle-functions.ts';
import { type Bench, type BenchContext, verdictOf } from '../bench.ts';
import { temporaryFolder } from '../bench-system.ts';
import { kilobytes } from '../figures.ts';

const handlers = path.join(import.meta.dirname, '..', '..', '..', 'lambdas', 'handlers');
const mostBytes = 900_000;

export async function bundle(context: BenchContext): Promise<{ outdir: string; of: Bundle[] }> {
  const outdir = temporaryFolder(context);
  return { outdir, of: await bundleFunctions({ handlers, outdir }) };
}

export const bundles: Bench = {
  name: 'bundles',
  what: 'bundles of the other functions',
  async *run(context) {
    const { of } = await bundle(context);
    const others = of.filter(({ name }) => name !== 'voice').toSorted((a, b) => b.bytes - a.bytes);
    const text = others.map(({ name, bytes }) => `${name} ${kilobytes(bytes)}`).join(', ');
    yield {
      what: 'bundles of the other functions',
      goal: `each ≤ ${kilobytes(mostBytes)}`,
      measured: text,
      verdict: verdictOf(others.every(({ bytes }) => bytes <= mostBytes)),
    };
  },
};
