import { assembleCloud } from './assemble-cloud.ts';
import { Cleanups } from './cleanups.ts';
import type { LocalCloud, LocalCloudOptions } from './contract.ts';

export type { LocalCloud, LocalCloudOptions };

/**
 * Plays AWS for a synthesized stack on this machine: its functions run from their bundles, and
 * their tables, queues, schedules and routes are those of the template. Throws where the template
 * needs what cannot be played, where a function cannot be loaded, and where another process uses
 * the data folder.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const cleanups = new Cleanups();
  try {
    const cloud = await assembleCloud(options, cleanups);
    return { ...cloud, stop: () => cleanups.run() };
  } catch (error) {
    await cleanups.run();
    throw error;
  }
}
