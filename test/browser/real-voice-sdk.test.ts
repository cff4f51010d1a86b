import path from 'node:path';
import { build } from 'esbuild';
import type { JSHandle, Page } from 'playwright-core';
import { browserPhoneUrls } from '../../lambdas/ports/calls/voice-regions.ts';
import { newProfile } from './chromium.ts';
import type { PhonePage } from './phone-network/phone-page-program.ts';

/** The phone of the pages with Twilio's own SDK, against a gateway that speaks as Twilio's does. */

let script: string;
beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'phone-network', 'phone-page-program.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  });
  script = outputFiles[0]?.text ?? '';
});

const site = 'https://desk.example.com/';
const morning = new Date('2026-11-23T08:00:00Z');

/** A desk's phone in a browser profile of its own, over the page's own time. */
class Desk {
  readonly page: Page;
  readonly phone: JSHandle<PhonePage>;
  readonly #errors: string[];

  private constructor(page: Page, phone: JSHandle<PhonePage>, errors: string[]) {
    this.page = page;
    this.phone = phone;
    this.#errors = errors;
  }

  static async open(microphone: 'allowed' | 'refused' = 'allowed'): Promise<Desk> {
    const context = await newProfile({ microphone });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.clock.install({ time: morning });
    await page.route('**/*', (route) => route.abort());
    await page.route(site, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<body><script type="module" src="a.js"></script>`,
      }),
    );
    await page.route(`${site}a.js`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: script }),
    );
    await page.goto(site);
    await page.waitForSelector('body[data-started]', { state: 'attached' });
    const phone = await page.evaluateHandle(
      () => (globalThis as unknown as { phonePage: PhonePage }).phonePage,
    );
    return new Desk(page, phone, errors);
  }

  /** Opened, and rung at this browser. */
  static async ready(): Promise<Desk> {
    const desk = await Desk.open();
    await desk.chooseBrowser();
    await desk.shows('Phone ready');
    return desk;
  }

  async chooseBrowser(): Promise<void> {
    await this.ask((phone) => phone.ringAt('client:anna'));
  }

  async shows(text: string): Promise<void> {
    await this.page.waitForSelector(`body:has-text("${text}")`);
  }

  pass(time: string): Promise<void> {
    return this.page.clock.runFor(time);
  }

  ask<Answer>(of: (phone: PhonePage) => Answer): Promise<Awaited<Answer>> {
    return this.phone.evaluate(of) as Promise<Awaited<Answer>>;
  }

  askWith<Given>(of: (phone: PhonePage, given: Given) => void, given: Given): Promise<void> {
    return this.phone.evaluate(of as (phone: PhonePage, given: unknown) => void, given);
  }

  async until(so: (phone: PhonePage) => boolean): Promise<void> {
    await this.page.waitForFunction(so as (phone: unknown) => boolean, this.phone);
  }

  /** A customer calls, and they answer. */
  async ring(): Promise<void> {
    await this.ask(({ gateway }) => gateway.ring());
    await this.page.click('button:has-text("Answer")');
    await this.until((phone) => phone.call?.isRinging === false);
  }

  async hangUp(): Promise<void> {
    await this.ask(({ gateway }) => gateway.hangUp());
    await this.until((phone) => phone.call === undefined);
  }

  lines(): Promise<object> {
    return this.ask(({ gateway }) => ({
      opened: gateway.sockets.length,
      open: gateway.open.length,
      registered: gateway.registered.length,
    }));
  }

  async close(): Promise<void> {
    expect(this.#errors).toEqual([]);
    await this.page.context().close();
  }
}

test('a day passes: one line, its tokens renewed in time, and it rings in the end', async () => {
  const desk = await Desk.ready();
  await desk.pass('24:00:00');
  await desk.shows('Phone ready');
  expect(await desk.lines()).toEqual({ opened: 1, open: 1, registered: 1 });
  expect(await desk.ask(({ gateway }) => gateway.told)).toEqual([]);
  expect(await desk.ask(({ gateway }) => gateway.issued)).toBe(37);

  await desk.ring();
  await desk.ask((phone) => phone.mute());
  expect(await desk.ask(({ call }) => call?.isMuted)).toBe(true);
  await desk.hangUp();
  await desk.shows('Phone ready');
  await desk.close();
});

test('microphone, loudspeaker and ring are chosen and tried on the page', async () => {
  const desk = await Desk.ready();
  await desk.page.click('button[aria-label="Sound"]');
  const microphones = desk.page.getByLabel('Microphone');
  await microphones.selectOption({ index: 1 });
  await desk.page.waitForFunction(() => (document.querySelector('meter')?.value ?? 0) > 0.01);
  await desk.page.click('dialog button:has-text("Play a tone")');
  await desk.page.click('dialog button:has-text("Ring once")');
  await desk.ask((phone) => phone.refuseMicrophone());
  await microphones.selectOption({ index: 0 });
  await desk.page.waitForSelector('dialog [role="alert"]:has-text("does not let this page")');
  await desk.close();
});

test('the chosen microphone is heard in a call, and let go of after it', async () => {
  const desk = await Desk.ready();
  const label = await desk.ask((phone) => phone.chooseMicrophone());
  expect(label).toBeDefined();
  await desk.ring();
  expect(await desk.ask((phone) => phone.microphone())).toEqual({ label, isOpen: true });
  await desk.hangUp();
  await desk.until((phone) => !phone.microphone().isOpen);
  await desk.close();
});

test('renewals that fail are tried again before the token ends', async () => {
  const desk = await Desk.ready();
  await desk.ask((phone) => phone.loseApi());
  await desk.pass('55:00');
  await desk.shows('Phone ready');
  await desk.ask((phone) => phone.findApi());
  await desk.pass('02:00:00');
  expect(await desk.lines()).toEqual({ opened: 1, open: 1, registered: 1 });
  expect(await desk.ask(({ gateway }) => gateway.told)).toEqual([]);
  await desk.close();
});

test('a lost socket shows, comes back by itself, and leaves no second one', async () => {
  const desk = await Desk.ready();
  await desk.ask(({ gateway }) => gateway.lose());
  await desk.shows('Phone connecting');
  await desk.pass('01:00');
  await desk.shows('cannot be reached');
  for (let press = 0; press < 3; press++) {
    await desk.page.click('button:has-text("Try again")');
    await desk.pass('01:00');
    await desk.shows('cannot be reached');
  }
  await desk.ask(({ gateway }) => gateway.find());
  await desk.pass('01:30');
  await desk.shows('Phone ready');
  expect(await desk.lines()).toMatchObject({ open: 1, registered: 1 });
  await desk.pass('03:00:00');
  expect(await desk.lines()).toMatchObject({ open: 1, registered: 1 });
  await desk.ask((phone) => phone.ringAt('+442079460991'));
  expect(await desk.lines()).toMatchObject({ open: 0 });
  await desk.close();
});

test.each([20101, 20104, 31204, 31205])(
  'a token that is refused with %i shows, and another one makes the phone ready',
  async (code) => {
    const desk = await Desk.ready();
    await desk.askWith((phone, it) => phone.gateway.refuse(it), code);
    await desk.pass('00:01');
    await desk.shows('does not accept this phone’s sign-in');
    await desk.pass('01:00');
    await desk.shows('Phone ready');
    expect(await desk.lines()).toEqual({ opened: 2, open: 1, registered: 1 });
    await desk.close();
  },
);

test('a machine that slept past the token’s end wakes with one line, and is rung', async () => {
  const desk = await Desk.ready();
  await desk.page.clock.fastForward('03:00:00');
  await desk.pass('02:00');
  await desk.shows('Phone ready');
  expect(await desk.lines()).toMatchObject({ open: 1, registered: 1 });
  await desk.close();
});

test('a refused microphone is named when the browser is chosen: no customer rings first', async () => {
  const desk = await Desk.open('refused');
  await desk.chooseBrowser();
  await desk.shows('does not let this page use the microphone');
  await desk.page.click('button:has-text("Try again")');
  await desk.shows('does not let this page use the microphone');
  expect(await desk.lines()).toMatchObject({ open: 0, registered: 0 });
  await desk.close();
});

test('a microphone that is taken back is named at the next answer, and the phone is not rung again', async () => {
  const desk = await Desk.ready();
  await desk.ask((phone) => phone.refuseMicrophone());
  await desk.ask(({ gateway }) => gateway.ring());
  await desk.page.click('button:has-text("Answer")');
  await desk.shows('does not let this page use the microphone');
  expect(await desk.lines()).toMatchObject({ open: 0, registered: 0 });
  await desk.close();
});

test('a phone of another region and edge opens what the pages’ policy lets it open, and no more', async () => {
  const place = { region: 'ie1', edge: 'dublin' } as const;
  const desk = await Desk.open();
  await desk.askWith((phone, it) => phone.isAt(it), place);
  await desk.chooseBrowser();
  await desk.shows('Phone ready');
  await desk.ring();
  const asked = await desk.ask((phone) => phone.addresses());
  expect(asked).toContain('wss://voice-js.dublin.twilio.com');
  expect(asked).toContain('https://eventgw.ie1.twilio.com');
  expect(asked.filter((it) => !browserPhoneUrls(place).includes(it))).toEqual([]);
  await desk.close();
});
