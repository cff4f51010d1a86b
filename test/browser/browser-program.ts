import type { LaunchOptions } from 'playwright-core';
import { unpackedChromium } from './unpacked-chromium.ts';

/** The packaged Chromium is for Linux on x64. */
const packagedFor = 'linux-x64';

/** What is started: the packaged Chromium where it runs, elsewhere the Chrome that is installed. */
export async function browserProgram(
  platform = `${process.platform}-${process.arch}`,
): Promise<LaunchOptions> {
  if (platform !== packagedFor) return { channel: 'chrome' };
  // It has no other screen than this one.
  return { executablePath: await unpackedChromium(), args: ['--headless=shell'] };
}
