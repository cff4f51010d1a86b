import { readFileSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { hangLimit } from '../support/hang-limit.ts';
import type { LocalSystem } from '../support/local-system.ts';
import { browserProgram } from './browser-program.ts';

/** A sound card that is not there, and no sandbox within the sandbox of a test machine. */
const switches = [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

/** What people answer when a page asks for the microphone. */
const answers = {
  allowed: '--use-fake-ui-for-media-stream',
  refused: '--use-fake-ui-for-media-stream=deny',
} as const;
type Microphone = keyof typeof answers;

const opened = new Map<Microphone, Promise<Browser>>();
afterAll(async () => {
  for (const it of opened.values()) await (await it).close();
});

/** One Chromium for all tests of a file, for each answer. */
function browser(microphone: Microphone): Promise<Browser> {
  const open = async () => {
    const { args = [], ...program } = await browserProgram();
    const all = [...args, ...switches, answers[microphone]];
    return chromium.launch({ ...program, args: all, timeout: hangLimit });
  };
  const found = opened.get(microphone) ?? open();
  opened.set(microphone, found);
  return found;
}

/** A browser profile of its own. */
export async function newProfile({
  microphone = 'allowed',
  ...options
}: BrowserContextOptions & { microphone?: Microphone } = {}): Promise<BrowserContext> {
  const context = await (await browser(microphone)).newContext({ locale: 'en-GB', ...options });
  context.setDefaultTimeout(hangLimit);
  return context;
}

const complaints = new WeakMap<Page, string[]>();

/** What a page complained of since it was opened: errors of its scripts, and what its policy forbade. */
export function complaintsOf(page: Page): readonly string[] {
  return complaints.get(page) ?? [];
}

/** Who signs in, as the sign-in page names them. */
export type Visitor = `${'operator' | 'lead'}:${string}` | 'supervisor' | 'viewer';

/** A page in a browser profile of its own, signed in by a click on the sign-in page. */
export async function signedIn(
  system: LocalSystem,
  visitor: Visitor,
  { path = '/', ...options }: BrowserContextOptions & { path?: string } = {},
): Promise<Page> {
  const context = await newProfile(options);
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
