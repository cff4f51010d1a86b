import path from 'node:path';
import { build } from 'esbuild';
import { errorsByName } from './errors-by-name.ts';
import { handlerNames } from './handler-names.ts';
import { numbersUnformatted } from './numbers-unformatted.ts';
import { twilioCallsAlone } from './twilio-calls-alone.ts';

export interface BundleRequest {
  /** The folder with a folder for each function, in which `handler.ts` is its entry. */
  handlers: string;
  /** Gets `<function>/index.mjs` for each. */
  outdir: string;
}

export interface Bundle {
  name: string;
  bytes: number;
  /** Paths of all source files in it. */
  sources: string[];
}

/** Bundled CommonJS packages (parts of `twilio` among them) load Node's own modules by `require`. */
const requireForCommonJs =
  "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/**
 * Where the SDK looks for credentials, when asked, beyond the environment. Lambda's are in the
 * environment: what is never loaded shall not be carried (130 KB a function).
 */
const otherCredentialProviders = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/**
 * Bundles every function for Lambda's Node, the AWS SDK included, in one run of esbuild: a run for
 * each would take most of a second each.
 */
export async function bundleFunctions({ handlers, outdir }: BundleRequest): Promise<Bundle[]> {
  const { metafile } = await build({
    entryPoints: Object.fromEntries(
      handlerNames(handlers).map((name) => [
        `${name}/index`,
        path.join(handlers, name, 'handler.ts'),
      ]),
    ),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: otherCredentialProviders,
    plugins: [errorsByName, numbersUnformatted, twilioCallsAlone],
    charset: 'utf8',
    banner: { js: requireForCommonJs },
    legalComments: 'none',
    logLevel: 'silent',
  });
  return Object.entries(metafile.outputs).map(([file, output]) => ({
    name: path.basename(path.dirname(file)),
    bytes: output.bytes,
    sources: Object.keys(output.inputs),
  }));
}
