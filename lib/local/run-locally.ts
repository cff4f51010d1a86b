import {
  type LocalCommand,
  readStartOptions,
  type StartOptions,
  usageOf,
} from './start-options.ts';
import { type LocalSystem, startSystem } from './start-system.ts';
import { welcome } from './welcome.ts';

/** What goes on beside a system that runs; it answers what ends it. */
type Beside = (system: LocalSystem) => Promise<() => Promise<void>>;

async function main(options: StartOptions, beside?: Beside): Promise<void> {
  const system = await startSystem(options, (progress) => console.log(progress));
  console.log(welcome(system, options.sample));
  const end = await beside?.(system);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      console.log('Stopping …');
      await end?.();
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

/** Runs a whole system until somebody stops it, as the command line says. */
export async function runLocally(command: LocalCommand, beside?: Beside): Promise<void> {
  try {
    const options = readStartOptions(process.argv.slice(2));
    if (options === 'help') console.log(usageOf(command));
    else await main(options, beside);
  } catch (error) {
    giveUp(error);
  }
}
