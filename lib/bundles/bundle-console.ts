import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Metafile } from 'esbuild';
import { apology } from '../../lambdas/composition/apology.ts';
import { languages } from '../../lambdas/domain/basics/language.ts';
import { apologyPath } from '../../lambdas/ports/calls/voice-paths.ts';
import { licencesOf, packagesOf } from './licences.ts';
import { numbersUnformatted } from './numbers-unformatted.ts';

const pages = path.join(import.meta.dirname, '..', '..', 'lambdas', 'console');

const entries = {
  desk: path.join(pages, 'desk', 'desk.tsx'),
  'desk-style': path.join(pages, 'desk', 'desk.css'),
  supervisor: path.join(pages, 'supervisor', 'supervisor.tsx'),
  'supervisor-style': path.join(pages, 'supervisor', 'supervisor.css'),
};

export interface ConsoleRequest {
  /** Gets the pages, and in `assets/` what they load, under names that change with the content. */
  outdir: string;
  /** Played by this file instead of the package: the browser phone's SDK. */
  voiceSdk?: string;
}

export interface ConsoleBundle {
  /** The scripts that each entry loads at once, and those that it loads when they are needed. */
  scripts: { file: string; entry?: string; bytes: number; imports: string[] }[];
  /** The folders of the packages that are in it. */
  packages: string[];
}

/** Bundles the console into static files, ready for any server of files. */
export async function bundleConsole({ outdir, voiceSdk }: ConsoleRequest): Promise<ConsoleBundle> {
  const { metafile } = await build({
    entryPoints: entries,
    outdir: path.join(outdir, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    platform: 'browser',
    target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
    format: 'esm',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [numbersUnformatted],
    ...(voiceSdk && { alias: { '@twilio/voice-sdk': voiceSdk } }),
  });
  await writePages(outdir, metafile);
  return { scripts: scriptsOf(metafile), packages: packagesOf(sourcesOf(metafile)) };
}

/** The pages name their scripts and styles by entry; they get the names that the files have now. */
async function writePages(outdir: string, metafile: Metafile): Promise<void> {
  await mkdir(outdir, { recursive: true });
  const names = namesByEntry(metafile);
  const sources = {
    'index.html': 'desk/desk.html',
    'supervisor.html': 'supervisor/supervisor.html',
  };
  for (const [file, source] of Object.entries(sources)) {
    const page = await readFile(path.join(pages, source), 'utf8');
    const filled = page.replace(/assets\/([\w-]+)\.(js|css)/g, (reference, entry, ending) => {
      const name = names.get(`${entry}.${ending}`);
      if (name === undefined) throw new Error(`${source} names ${reference}, which is no entry`);
      return `assets/${name}`;
    });
    await writeFile(path.join(outdir, file), filled);
  }
  for (const language of languages) {
    await writeFile(path.join(outdir, apologyPath(language)), apology(language));
  }
  for (const file of ['icon.svg', 'app.webmanifest'])
    await writeFile(path.join(outdir, file), await readFile(path.join(pages, file)));
  await writeFile(path.join(outdir, 'licences.txt'), licencesOf(packagesOf(sourcesOf(metafile))));
}

function namesByEntry({ outputs }: Metafile): Map<string, string> {
  const names = new Map<string, string>();
  for (const file of Object.keys(outputs)) {
    const name = path.basename(file);
    names.set(name.replace(/-[A-Z0-9]{8}(?=\.)/, ''), name);
  }
  return names;
}

/** Files of which something is in it. */
function sourcesOf({ outputs }: Metafile): string[] {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? file : [])),
  );
}

function scriptsOf({ outputs }: Metafile): ConsoleBundle['scripts'] {
  return Object.entries(outputs)
    .filter(([file]) => file.endsWith('.js'))
    .map(([file, { bytes, entryPoint, imports }]) => ({
      file,
      bytes,
      ...(entryPoint && { entry: path.basename(entryPoint) }),
      imports: imports.filter(({ kind }) => kind === 'import-statement').map((it) => it.path),
    }));
}
