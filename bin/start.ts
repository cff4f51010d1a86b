import { runLocally } from '../lib/local/run-locally.ts';

/** `npm start`: the whole call centre on this machine. */
await runLocally('npm start');
