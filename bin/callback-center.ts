import { rm } from 'node:fs/promises';
import path from 'node:path';
import { bundleConsole } from '../lib/bundles/bundle-console.ts';
import { bundleFunctions } from '../lib/bundles/bundle-functions.ts';
import { addRules } from '../lib/cloud/base/rules.ts';
import { synthesize } from '../lib/cloud/synthesize.ts';

/** The CDK app: `npx cdk synth`, `npx cdk deploy`. */
const root = path.join(import.meta.dirname, '..');
const bundles = path.join(root, '.build', 'functions');
const pages = path.join(root, '.build', 'console');
try {
  // Assets have new names when they change; what was built before is not to be brought again.
  await rm(pages, { recursive: true, force: true });
  await Promise.all([
    bundleFunctions({ handlers: path.join(root, 'lambdas', 'handlers'), outdir: bundles }),
    bundleConsole({ outdir: pages }),
  ]);
  synthesize({ bundles, pages, checks: 'all', rules: addRules });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
