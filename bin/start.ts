import { readStartOptions, type StartOptions, usage } from '../lib/local/start-options.ts';
import { startSystem } from '../lib/local/start-system.ts';
import { welcome } from '../lib/local/welcome.ts';

/** `npm start`: the whole call centre on this machine. */
async function main(options: StartOptions): Promise<void> {
  const system = await startSystem(options, (progress) => console.log(progress));
  console.log(welcome(system, options.sample));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      console.log('Stopping …');
      await system.stop();
      process.exit(0);
    });
  }
}

/** What went wrong in one sentence; where, for those who ask. */
function giveUp(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  if (process.env.DEBUG) console.error(error);
  process.exit(1);
}

try {
  const options = readStartOptions(process.argv.slice(2));
  if (options === 'help') console.log(usage);
  else await main(options);
} catch (error) {
  giveUp(error);
}
