import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Carried {
  name: string;
  version: string;
  license: string;
  /** What its authors want handed on; empty where they brought no file of it. */
  text: string;
}

const licenceFile = /^(licen[cs]e|copying|notice)/i;
const line = '-'.repeat(80);

/** The licences of the packages in these folders, to be handed on with them. */
export function licencesOf(folders: readonly string[]): string {
  const head =
    'What is carried here besides its own code, each with the licence under which it may be passed on.';
  // A browser takes a text file for UTF-8 that begins with this mark, whatever a server says of it.
  return `\uFEFF${[head, ...folders.map(readPackage).map(describe)].join(`\n\n${line}\n\n`)}\n`;
}

function describe({ name, version, license, text }: Carried): string {
  return [`${name} ${version} (${license})`, text].filter(Boolean).join('\n\n');
}

/** The folders of the packages that source files belong to. */
export function packagesOf(files: readonly string[]): string[] {
  const folders = files.flatMap((file) => packageFolder.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** The innermost package that a file belongs to. */
const packageFolder = /^.*\/?node_modules\/(@[^/]+\/)?[^/]+(?=\/)/;

/** Paths of a bundle's inputs are relative to where the bundler runs. */
function readPackage(folder: string): Carried {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((it) => licenceFile.test(it));
  const texts = files.map((it) => readFileSync(path.join(folder, it), 'utf8').trim());
  const { name, version, license = 'see its authors' } = manifest;
  return {
    name,
    version,
    license: String(license).replace(/^\(|\)$/g, ''),
    text: texts.join('\n\n'),
  };
}
