import path from 'node:path';
import { bundleFunctions } from '../lib/bundles/bundle-functions.ts';
import { synthesize } from '../lib/cloud/synthesize.ts';

/** The CDK app: `npx cdk synth`, `npx cdk deploy`. */
const root = path.join(import.meta.dirname, '..');
const bundles = path.join(root, 'build');
await bundleFunctions({ handlers: path.join(root, 'lambdas', 'handlers'), outdir: bundles });
try {
  synthesize({ bundles, checks: 'all' });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
