import { rm } from 'node:fs/promises';
import path from 'node:path';
import { bundleFunctions } from '../bundles/bundle-functions.ts';
import type { SynthesizedStack } from '../cloud/synthesize.ts';

const handlers = path.join(import.meta.dirname, '..', '..', 'lambdas', 'handlers');

/**
 * Bundles the functions and synthesizes the stack into the folder. Every system has a folder of its
 * own: what it runs from never changes under it.
 */
export async function buildStack(stage: string, folder: string): Promise<SynthesizedStack> {
  const bundles = path.join(folder, 'bundles');
  const outdir = path.join(folder, 'cdk.out');
  await rm(folder, { recursive: true, force: true });
  // Loading the CDK takes a second, in which esbuild's process does its work.
  const [{ synthesize }] = await Promise.all([
    import('../cloud/synthesize.ts'),
    bundleFunctions({ handlers, outdir: bundles }),
  ]);
  return synthesize({ bundles, outdir, context: { stage }, checks: 'quick' });
}
