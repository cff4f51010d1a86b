import { measure } from '../../lib/cost/measure.ts';

/** Counts anew what calls use, and prints it. */
console.log(JSON.stringify(await measure(() => undefined)));
