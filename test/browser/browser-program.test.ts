import { existsSync } from 'node:fs';
import { browserProgram } from './browser-program.ts';

test.each(['darwin-arm64', 'darwin-x64', 'win32-x64', 'linux-arm64'])(
  'on %s the pages are tested in the Chrome that is installed',
  async (platform) => {
    expect(await browserProgram(platform)).toEqual({ channel: 'chrome' });
  },
);

test('on Linux on x64 they are tested in the Chromium that comes with the packages', async () => {
  const { executablePath = '' } = await browserProgram('linux-x64');
  expect(existsSync(executablePath)).toBe(true);
});
