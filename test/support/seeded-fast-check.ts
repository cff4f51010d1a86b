import fc from '../../node_modules/fast-check/lib/cjs/fast-check.js';

/*
 * What tests get for `fast-check` (package.json, `moduleNameMapper`): the same cases every time.
 * `npm run test:random` chooses another seed, and prints it.
 */
const usualSeed = 20_261_130;

fc.configureGlobal({ seed: Number(process.env.SEED ?? usualSeed) });

// biome-ignore lint/style/noDefaultExport: fast-check has one.
export default fc;
