import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleConsole } from '../bundles/bundle-console.ts';
import { bundleFunctions } from '../bundles/bundle-functions.ts';
import { licencesOf, packagesOf } from '../bundles/licences.ts';
import { bundleConstruct } from './bundle-construct.ts';
import { emitTypes } from './emit-types.ts';
import { packageManifest } from './package-manifest.ts';

const root = path.join(import.meta.dirname, '..', '..');
const handlers = path.join(root, 'lambdas', 'handlers');
const entry = path.join(import.meta.dirname, 'index.ts');

/**
 * Fills the folder with the package that an app of somebody else installs: the construct as one file of
 * JavaScript, its types, and the functions and pages as they are deployed. Who embeds it bundles nothing.
 */
export async function buildPackage(outdir: string): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const [construct, functions] = await Promise.all([
    bundleConstruct({ entry, outfile: path.join(outdir, 'index.js') }),
    bundleFunctions({ handlers, outdir: path.join(outdir, 'functions') }),
    bundleConsole({ outdir: path.join(outdir, 'pages') }),
    cp(path.join(root, 'LICENSE'), path.join(outdir, 'LICENSE')),
    cp(path.join(root, 'lib', 'cloud', 'runbook.md'), path.join(outdir, 'runbook.md')),
    cp(path.join(import.meta.dirname, 'README.md'), path.join(outdir, 'README.md')),
  ]);
  const files = [...construct, ...functions.flatMap(({ sources }) => sources)];
  await writeFile(path.join(outdir, 'licences.txt'), licencesOf(packagesOf(files)));
  const types = emitTypes({ root, entry, outdir: path.join(outdir, 'types') });
  const manifest = packageManifest({ root, types: path.relative(outdir, types) });
  await writeFile(path.join(outdir, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
