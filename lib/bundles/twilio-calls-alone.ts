import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const callResource = /[\\/]twilio[\\/]lib[\\/]rest[\\/].*[\\/]account[\\/]call\.js$/;
const hangingOnCalls = /[\\/]twilio[\\/]lib[\\/]rest[\\/].*[\\/]account[\\/]call[\\/]/;
const hangingOnTexts = /[\\/]twilio[\\/]lib[\\/]rest[\\/].*[\\/]account[\\/]message[\\/]/;
const nothing = { contents: 'module.exports = {};' };

/** What hangs on a call and is asked for. */
const used = /[\\/]recording\.js$/;

const otherSdk = {
  errors: [
    {
      text:
        'What hangs on a call cannot be left out of this twilio as it can of 6.2.0: install twilio ' +
        '6.2.0 (npm ci), or fit lib/bundles/twilio-calls-alone.ts to the new version.',
    },
  ],
};

/**
 * Twilio's resource of calls loads all that may hang on a call: streams, events, payments (110 KB a
 * function). But for recordings, they are asked for by getters that nobody here calls; one who did would be told that
 * it is no function. So are media and feedback of texts. A build fails, with what to do, where the SDK keeps them elsewhere.
 */
export const twilioCallsAlone: Plugin = {
  name: 'twilio-calls-alone',
  setup(build) {
    let named = 0;
    let left = 0;
    build.onStart(() => {
      named = 0;
      left = 0;
    });
    build.onLoad({ filter: callResource }, async ({ path }) => {
      const parts = (await readFile(path, 'utf8')).match(/require\("\.\/call\//g) ?? [];
      named += parts.length;
      return parts.length === 0 ? otherSdk : undefined;
    });
    build.onLoad({ filter: hangingOnCalls }, ({ path }) => {
      left += 1;
      if (used.test(path)) return undefined;
      return nothing;
    });
    build.onLoad({ filter: hangingOnTexts }, () => nothing);
    build.onEnd(() => (named === left ? undefined : otherSdk));
  },
};
