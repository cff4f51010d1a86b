import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleConsole, type ConsoleBundle } from '../../lib/bundles/bundle-console.ts';

const outdir = mkdtempSync(path.join(tmpdir(), 'console-'));
let bundle: ConsoleBundle;
beforeAll(async () => {
  bundle = await bundleConsole({ outdir });
});

/** All that a page loads at once: its entry, and what that imports. */
function loadedWith(entry: string): string[] {
  const files = new Set<string>();
  const add = (file: string | undefined) => {
    const script = bundle.scripts.find((it) => it.file === file);
    if (script === undefined || files.has(script.file)) return;
    files.add(script.file);
    script.imports.forEach(add);
  };
  add(bundle.scripts.find((it) => it.entry === entry)?.file);
  return [...files];
}

function gzipBytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}

test('the desk’s script is at most 150 KB, and the phone’s SDK is loaded when it is first needed', () => {
  const files = loadedWith('desk.tsx');
  expect(files.length).toBeGreaterThan(0);
  expect(gzipBytes(files)).toBeLessThanOrEqual(150 * 1024);
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  expect(texts.some((text) => text.includes('RTCPeerConnection'))).toBe(false);
  const all = bundle.scripts.map(({ file }) => readFileSync(file, 'utf8'));
  expect(all.some((text) => text.includes('RTCPeerConnection'))).toBe(true);
});

test('the supervisor’s script is at most 200 KB, and the calendars of the world are loaded when they are asked for', () => {
  const files = loadedWith('supervisor.tsx');
  expect(gzipBytes(files)).toBeLessThanOrEqual(200 * 1024);
  const hasCalendars = (file: string) => readFileSync(file, 'utf8').includes('easter -2');
  expect(files.filter(hasCalendars)).toEqual([]);
  expect(loadedWith('desk.tsx').filter(hasCalendars)).toEqual([]);
  const [calendars] = bundle.scripts.map(({ file }) => file).filter(hasCalendars);
  expect(gzipBytes([calendars as string])).toBeLessThanOrEqual(300 * 1024);
});

test('no schema library is loaded with a page', () => {
  const files = [...loadedWith('desk.tsx'), ...loadedWith('supervisor.tsx')];
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  expect(texts.filter((text) => text.includes('ZodError'))).toEqual([]);
});

test('the pages lead to the licences of every package that they carry, each with its text', () => {
  const licences = readFileSync(path.join(outdir, 'licences.txt'), 'utf8');
  for (const folder of bundle.packages) {
    const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    expect(licences).toContain(`\n${name} ${version} (`);
  }
  const names = bundle.packages.map((it) => path.basename(it));
  expect(names).toEqual(expect.arrayContaining(['preact', 'voice-sdk', 'libphonenumber-js']));
  const texts = licences.split(/^-{80}$/m).slice(1);
  expect(texts).toHaveLength(bundle.packages.length);
  for (const text of texts) expect(text.length).toBeGreaterThan(400);
  const scripts = bundle.scripts.map(({ file }) => readFileSync(file, 'utf8'));
  expect(scripts.some((text) => text.includes('/licences.txt'))).toBe(true);
});

test.each(['index.html', 'supervisor.html'])(
  '%s loads files that are there, and has nothing inline',
  (page) => {
    const html = readFileSync(path.join(outdir, page), 'utf8');
    const loaded = [...html.matchAll(/"\/(assets\/[^"]+)"/g)].map(([, file]) => file as string);
    expect(loaded.map((file) => path.extname(file)).sort()).toEqual(['.css', '.js']);
    for (const file of loaded)
      expect(readFileSync(path.join(outdir, file)).length).toBeGreaterThan(0);
    expect(html).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=/);
  },
);

test.each([
  ['en', 'Something went wrong on our side.'],
  ['ru', 'У нас произошла ошибка.'],
])('what a phone hears when we fail is a file beside the pages: %s', (language, words) => {
  const twiml = readFileSync(path.join(outdir, `sorry-${language}.xml`), 'utf8');
  expect(twiml).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?><Response>.*<Hangup\/><\/Response>$/,
  );
  expect(twiml).toContain(words);
});
