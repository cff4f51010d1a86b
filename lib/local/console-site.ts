import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Hono } from 'hono';
import { consolePages } from '../bundles/console-pages.ts';
import { fingerprint } from './fingerprint.ts';
import { takeBuild } from './kept-build.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** What the browser phone's SDK is played by: the local phone network. */
export const voiceSdk = path.join(root, 'lib', 'phone-network', 'src', 'voice-sdk', 'voice-sdk.ts');

/** What the pages are made of, but for libraries and their bundling. */
export const pageSources = [
  'lambdas/console',
  'lambdas/contract',
  'lambdas/domain',
  'lambdas/table-files',
  'lib/phone-network/src/voice-sdk',
].map((place) => path.join(root, place));

const madeOf = [
  ...pageSources,
  ...['lib/bundles', 'package-lock.json', 'node_modules/.package-lock.json'].map((place) =>
    path.join(root, place),
  ),
];

const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; manifest-src 'self'; worker-src 'self' blob:; font-src 'self'; " +
  "connect-src 'self' ws:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** By which a browser installs the console, and what its code is passed on under. */
const filesBeside = {
  'icon.svg': 'image/svg+xml',
  'app.webmanifest': 'application/manifest+json',
  'licences.txt': 'text/plain; charset=utf-8',
};

/** What the pages ask for first: who signs people in, and where the API is. */
const settings = {
  signIn: {
    issuer: '/sign-in',
    authorize: '/sign-in/authorize',
    token: '/sign-in/token',
    clientId: 'console',
    scope: 'openid',
  },
  api: '/api',
};

/** The folder that the pages are served from. */
export class ConsolePages {
  readonly #outdir: string;
  #folder: Promise<string> | undefined;

  constructor(outdir: string) {
    this.#outdir = outdir;
  }

  /** Bundled into the folder when somebody first asks, so that a start does not wait for it. */
  folder(): Promise<string> {
    this.#folder ??= bundle(this.#outdir);
    return this.#folder;
  }

  /** From now on pages come from this folder; what open ones still load from the last one is gone. */
  replace(folder: string): void {
    this.#folder = Promise.resolve(folder);
  }
}

/** The console as a server of files would serve it. */
export function consoleSite(pages: ConsolePages): Hono {
  const site = new Hono();
  const folder = () => pages.folder();
  for (const [address, file] of Object.entries(consolePages)) {
    site.get(`/${address}`, async (c) => {
      c.header('Content-Security-Policy', contentSecurityPolicy);
      c.header('Referrer-Policy', 'no-referrer');
      c.header('X-Content-Type-Options', 'nosniff');
      c.header('Cache-Control', 'no-cache');
      return c.html(await readFile(path.join(await folder(), file), 'utf8'));
    });
  }
  site.get('/console.json', (c) => c.json(settings));
  for (const [name, type] of Object.entries(filesBeside)) {
    site.get(`/${name}`, async (c) =>
      c.body(await read(await folder(), name), 200, { 'Content-Type': type }),
    );
  }
  site.get('/assets/:name{[\\w-]+\\.(js|css)}', async (c) => {
    const name = c.req.param('name');
    const content = await read(path.join(await folder(), 'assets'), name).catch(() => undefined);
    if (content === undefined) return c.notFound();
    return c.body(content, 200, {
      'Content-Type': types[path.extname(name)] ?? '',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
  return site;
}

async function bundle(folder: string): Promise<string> {
  const build = {
    kind: 'console',
    fingerprint: () => fingerprint(madeOf),
    make: async (outdir: string) => {
      const { bundleConsole } = await import('../bundles/bundle-console.ts');
      await bundleConsole({ outdir, voiceSdk });
    },
  };
  await takeBuild(build, folder);
  return folder;
}

async function read(folder: string, name: string): Promise<ArrayBuffer> {
  const content = await readFile(path.join(folder, name));
  return content.buffer.slice(
    content.byteOffset,
    content.byteOffset + content.byteLength,
  ) as ArrayBuffer;
}
