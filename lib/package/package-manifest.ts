import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What the app brings: constructs of two copies of the CDK do not know each other. */
export const peers = ['aws-cdk-lib', 'constructs'] as const;

export interface ManifestRequest {
  /** The folder of the repository. */
  root: string;
  /** The file with the package's types, as its manifest names it. */
  types: string;
}

/** The package's own package.json. It depends on nothing but its peers, of the versions that it is tested with and later ones. */
export function packageManifest({ root, types }: ManifestRequest): Record<string, unknown> {
  const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { name, version, description, license, engines, devDependencies } = own;
  return {
    name,
    version,
    description,
    license,
    keywords: ['aws-cdk', 'call-center', 'callback', 'twilio'],
    engines,
    type: 'commonjs',
    main: 'index.js',
    types,
    exports: { '.': { types: `./${types}`, default: './index.js' } },
    peerDependencies: Object.fromEntries(peers.map((peer) => [peer, devDependencies[peer]])),
  };
}
