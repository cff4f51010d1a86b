import path from 'node:path';
import { stackNameOf } from '../cloud/stages/stack-name.ts';
import type { SynthesizedStack } from '../cloud/synthesize.ts';
import { fingerprint } from './fingerprint.ts';
import { takeBuild } from './kept-build.ts';

const root = path.join(import.meta.dirname, '..', '..');
const handlers = path.join(root, 'lambdas', 'handlers');

/** All but the pages. */
const parts = ['composition', 'contract', 'domain', 'adapters', 'handlers', 'ports', 'use-cases'];

/** Libraries are known by what npm noted when it installed them. */
const madeOf = [
  ...parts.map((part) => `lambdas/${part}`),
  'lambdas/settings.ts',
  'lambdas/table-files',
  'lib/bundles',
  'lib/cloud',
  'cdk.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
].map((place) => path.join(root, place));

/**
 * Puts the functions' bundles and the synthesized stack into the folder; `context` overrides the stage's
 * settings. Every system has a folder of
 * its own: what it runs from never changes under it.
 */
export async function buildStack(
  stage: string,
  folder: string,
  context: Record<string, unknown> = {},
): Promise<SynthesizedStack> {
  const build = {
    kind: 'stack',
    fingerprint: () => fingerprint(madeOf, stage, JSON.stringify(context), process.version),
    make: (place: string) => makeStack({ stage, ...context }, place),
  };
  await takeBuild(build, folder);
  return { outdir: path.join(folder, 'cdk.out'), stackName: stackNameOf(stage) };
}

async function makeStack(context: Record<string, unknown>, folder: string): Promise<void> {
  const bundles = path.join(folder, 'bundles');
  // Loading the CDK takes a second, in which esbuild's process does its work.
  const [{ synthesize }] = await Promise.all([
    import('../cloud/synthesize.ts'),
    import('../bundles/bundle-functions.ts').then(({ bundleFunctions }) =>
      bundleFunctions({ handlers, outdir: bundles }),
    ),
  ]);
  const outdir = path.join(folder, 'cdk.out');
  synthesize({ bundles, outdir, context, checks: 'quick' });
}
