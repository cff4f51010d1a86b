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
    build.onLoad({ filter: /[\\/]libphonenumber-js[\\/]metadata\.max\.json\.js$/ }, async (file) => {
      const { default: plans } = (await import(file.path)) as { default: NumberingPlans };
      const lean = structuredClone(plans);
      for (const plan of [lean.countries, lean.nonGeographic].flatMap((it) => Object.values(it)))
        plan[formats] = [];
      return { contents: `export default ${JSON.stringify(lean)};` };
    });
  },
};
