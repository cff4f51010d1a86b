import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleConsole } from '../../bundles/bundle-console.ts';
import { bundleFunctions } from '../../bundles/bundle-functions.ts';
import { pageSources, voiceSdk } from '../console-site.ts';
import type { LocalSystem } from '../start-system.ts';
import { watchFolders } from './watch-folders.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const lambdas = path.join(root, 'lambdas');
const handlers = path.join(lambdas, 'handlers');

/** What the stack is synthesized from: its own sources, and the lists that gateways take routes from. */
const stackSources = [
  path.join(root, 'lib', 'cloud'),
  path.join(handlers, 'supervisor-api', 'supervisor-routes.ts'),
  path.join(lambdas, 'ports', 'calls', 'voice-paths.ts'),
];

type Tell = (line: string) => void;

/**
 * Rebuilds what changes in the sources and puts it in the place of what runs. What cannot be built
 * is told, and the last that could runs on.
 *
 * @returns what ends it
 */
export async function develop(system: LocalSystem, tell: Tell): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'callback-center-dev-'));
  const functions = new Functions(system, folder);
  await functions.recognize();
  let builds = 0;
  const end = watchFolders(
    [lambdas, path.join(root, 'lib', 'cloud'), path.dirname(voiceSdk)],
    async (files) => {
      const startedAt = performance.now();
      const outdir = path.join(folder, String(++builds));
      const told = await rebuild(files, { system, functions, outdir }).catch(sentencesOf);
      const milliseconds = Math.round(performance.now() - startedAt);
      for (const line of told) tell(line.replace('{time}', `${milliseconds} ms`));
    },
  );
  return async () => {
    end();
    await rm(folder, { recursive: true, force: true });
  };
}

interface Rebuild {
  system: LocalSystem;
  functions: Functions;
  outdir: string;
}

async function rebuild(files: string[], parts: Rebuild): Promise<string[]> {
  const isIn = (places: readonly string[]) =>
    files.some((file) => places.some((place) => file.startsWith(place)));
  const console = path.join(lambdas, 'console');
  const told: string[] = [];
  if (isIn(stackSources)) told.push('What the stack is made from changed: restart to run it.');
  const others = files.filter((file) => !file.startsWith(console) && file.startsWith(lambdas));
  if (others.length > 0) {
    const { swapped, unknown } = await parts.functions.rebuild(
      path.join(parts.outdir, 'functions'),
    );
    if (swapped.length > 0) told.push(`Swapped ${swapped.join(', ')} in {time}.`);
    if (unknown.length > 0) told.push(`Restart to run what is new: ${unknown.join(', ')}.`);
  }
  if (isIn(pageSources)) {
    const pages = path.join(parts.outdir, 'console');
    await bundleConsole({ outdir: pages, voiceSdk });
    parts.system.pages.replace(pages);
    told.push('Swapped the pages in {time}: reload those that are open.');
  }
  return told;
}

/** Which function of the system runs which bundle. */
class Functions {
  readonly #system: LocalSystem;
  readonly #folder: string;
  /** By the name of the bundle: the function's own name, and what it runs now. */
  readonly #running = new Map<string, { name: string; code: string }>();

  constructor(system: LocalSystem, folder: string) {
    this.#system = system;
    this.#folder = folder;
  }

  /** What other stages run. */
  readonly #elsewhere = new Set<string>();

  /** What runs is told apart by its code: it was built from the same sources. */
  async recognize(): Promise<void> {
    const built = await this.#build(path.join(this.#folder, '0'));
    for (const [name, file] of Object.entries(this.#system.cloud.handlerFiles())) {
      const code = await readFile(file, 'utf8');
      const bundle = built.find((it) => it.code === code);
      if (bundle) this.#running.set(bundle.name, { name, code });
    }
    for (const { name } of built) if (!this.#running.has(name)) this.#elsewhere.add(name);
  }

  /** @returns the names of what was swapped, and of bundles that no function runs */
  async rebuild(outdir: string): Promise<{ swapped: string[]; unknown: string[] }> {
    const swapped: string[] = [];
    const unknown: string[] = [];
    for (const { name, file, code } of await this.#build(outdir)) {
      const running = this.#running.get(name);
      if (running === undefined && !this.#elsewhere.has(name)) unknown.push(name);
      if (running === undefined || running.code === code) continue;
      await this.#system.cloud.replaceCode(running.name, file);
      running.code = code;
      swapped.push(name);
    }
    return { swapped, unknown };
  }

  async #build(outdir: string): Promise<{ name: string; file: string; code: string }[]> {
    const bundles = await bundleFunctions({ handlers, outdir });
    return Promise.all(
      bundles.map(async ({ name }) => {
        const file = path.join(outdir, name, 'index.mjs');
        return { name, file, code: await readFile(file, 'utf8') };
      }),
    );
  }
}

interface BuildMessage {
  text: string;
  location: { file: string; line: number; column: number } | null;
}

/** Where the build failed, an editor's way: `file:line:column: what`. */
function sentencesOf(error: Error & { errors?: BuildMessage[] }): string[] {
  const places = (error.errors ?? []).map(({ text, location }) =>
    location ? `${location.file}:${location.line}:${location.column}: ${text}` : text,
  );
  return [...(places.length > 0 ? places : [error.message]), 'The last good build stays.'];
}
