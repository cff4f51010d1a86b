import { build } from 'esbuild';
import { peers } from './package-manifest.ts';

export interface ConstructRequest {
  entry: string;
  outfile: string;
}

/**
 * CommonJS, as the CDK's own libraries are: apps of either kind load it, by whatever runs their TypeScript.
 * The CDK is the app's; what else the construct is made of is in the file.
 *
 * @returns the files that it is made of
 */
export async function bundleConstruct({ entry, outfile }: ConstructRequest): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    metafile: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: [...peers],
    // Folders are found beside the file.
    define: { 'import.meta.dirname': '__dirname' },
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}
