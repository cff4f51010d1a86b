import { MemoryWorld } from '../../lambdas/adapters/memory/memory-world.ts';
import { noon } from './samples.ts';
import { storeContract } from './store.contract.ts';
import type { Store } from './store.ts';

storeContract(async (): Promise<Store> => {
  const { tables, rows, attempts, directory, callSlots, once } = new MemoryWorld(noon);
  const outside: Store['outside'] = {
    put: async (columns) => tables.putRow(columns),
    update: async (key, change) => tables.updateRow(key, change),
    delete: async (key) => tables.deleteRow(key),
  };
  return { rows, attempts, directory, callSlots, once, outside };
});
