import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Where the patterns stand, by which a country's numbers are written for people, in libphonenumber-js' table. */
const formats = 4;

interface NumberingPlans {
  countries: Record<string, unknown[]>;
  nonGeographic: Record<string, unknown[]>;
}

/**
 * Numbers are read and judged here, and written as E.164 alone: the table of all numbering plans
 * goes without the patterns for writing them, which are a third of it (157 KB).
 */
export const numbersUnformatted: Plugin = {
  name: 'numbers-unformatted',
  setup(build) {
    const filter = /[\\/]libphonenumber-js[\\/]metadata\.max\.json\.js$/;
    build.onLoad({ filter }, async ({ path }) => {
      // the same table as plain JSON lies beside the module
      const plans: NumberingPlans = JSON.parse(await readFile(path.replace(/\.js$/, ''), 'utf8'));
      for (const plan of [plans.countries, plans.nonGeographic].flatMap((it) => Object.values(it)))
        plan[formats] = [];
      return { contents: `export default ${JSON.stringify(plans)};` };
    });
  },
};
