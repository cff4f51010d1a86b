import { develop } from '../lib/local/develop/develop.ts';
import { runLocally } from '../lib/local/run-locally.ts';

/** `npm run dev`: as `npm start`, and what changes in the sources is swapped in. */
await runLocally('npm run dev', async (system) => {
  const end = await develop(system, (line) => console.log(line));
  console.log('  Functions and pages are rebuilt when their sources change.');
  return end;
});
