import type { Plugin } from 'esbuild';

/**
 * Twilio's resource of calls loads all that may hang on a call: streams, recordings, payments (110 KB
 * a function). They are asked for by getters that nobody here calls; one who did would be told that
 * it is no function.
 */
export const twilioCallsAlone: Plugin = {
  name: 'twilio-calls-alone',
  setup(build) {
    build.onLoad(
      { filter: /[\\/]twilio[\\/]lib[\\/]rest[\\/].*[\\/]account[\\/]call[\\/]/ },
      () => ({
        contents: 'module.exports = {};',
      }),
    );
  },
};
