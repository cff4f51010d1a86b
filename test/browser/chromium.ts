import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { hangLimit } from '../support/hang-limit.ts';
import type { LocalSystem } from '../support/local-system.ts';
import { unpackedChromium } from './unpacked-chromium.ts';

/** A sound card that is not there, and no sandbox within the sandbox of a test machine. */
const switches = [
  '--no-sandbox',
  '--headless=shell',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

let opened: Promise<Browser> | undefined;
afterAll(async () => (await opened)?.close());

/** One Chromium for all tests of a file. */
function browser(): Promise<Browser> {
  opened ??= unpackedChromium().then((executablePath) =>
    chromium.launch({ executablePath, args: switches, timeout: hangLimit }),
  );
  return opened;
}

const complaints = new WeakMap<Page, string[]>();

/** What a page complained of since it was opened: errors of its scripts, and what its policy forbade. */
export function complaintsOf(page: Page): readonly string[] {
  return complaints.get(page) ?? [];
}

/** Who signs in, as the sign-in page names them. */
export type Visitor = `operator:${string}` | 'supervisor';

/** A page in a browser profile of its own, signed in by a click on the sign-in page. */
export async function signedIn(
  system: LocalSystem,
  visitor: Visitor,
  { path = '/', ...options }: BrowserContextOptions & { path?: string } = {},
): Promise<Page> {
  const context = await (await browser()).newContext({ locale: 'en-GB', ...options });
  context.setDefaultTimeout(hangLimit);
  const page = await context.newPage();
  await openSignedIn(page, { address: system.description.webhooks + path, visitor });
  return page;
}

/** Opens the address in a page of a profile that is there already. */
export async function openSignedIn(
  page: Page,
  { address, visitor }: { address: string; visitor: Visitor },
): Promise<void> {
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isNetworkNews(message.text())) heard.push(message.text());
  });
  await page.goto(address);
  await page.click(`button[value="${visitor}"]`);
  await page.waitForSelector('#content');
}

/** Refusals of the API are the page's business, not its fault. */
function isNetworkNews(text: string): boolean {
  return /Failed to load resource|WebSocket connection to|ERR_INTERNET_DISCONNECTED/.test(text);
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string; failureSummary: string }[];
}

/** What axe-core finds that keeps people from using the page, in words for a failing test. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe: here } = window as unknown as {
      axe: { run(): Promise<{ violations: Violation[] }> };
    };
    return (await here.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
}
