import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Hono } from 'hono';

const folder = new URL('../page/', import.meta.url);
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const assets = {
  'icon.svg': { type: 'image/svg+xml', read: () => file('icon.svg') },
  'phones.css': { type: 'text/css; charset=utf-8', read: () => bundled('phones.css') },
  'phones.js': { type: 'text/javascript; charset=utf-8', read: () => bundled('phones.ts') },
} as const;

/** `/phones`: the page of virtual phones, from three served files. */
export function phonesPage(): Hono {
  const page = new Hono();
  page.get('/phones', async (c) => {
    c.header('Content-Security-Policy', contentSecurityPolicy);
    return c.html(await file('phones.html'));
  });
  page.get('/phones/assets/:name', async (c) => {
    const asset = Object.entries(assets).find(([name]) => name === c.req.param('name'))?.[1];
    if (!asset) return c.notFound();
    return c.body(await asset.read(), 200, {
      'Content-Type': asset.type,
      'Cache-Control': 'no-cache',
    });
  });
  return page;
}

function file(name: string): Promise<string> {
  return readFile(new URL(name, folder), 'utf8');
}

const bundles = new Map<string, Promise<string>>();

/** A file with all that it imports, made when the first page asks for it. */
function bundled(name: string): Promise<string> {
  const bundle = bundles.get(name) ?? makeBundle(name);
  bundles.set(name, bundle);
  return bundle;
}

async function makeBundle(name: string): Promise<string> {
  const entry = fileURLToPath(new URL(name, folder));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
  });
  return outputFiles[0]?.text ?? '';
}
