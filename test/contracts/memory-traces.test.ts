import { MemoryWorld } from '../support/memory/memory-world.ts';
import { noon } from './samples.ts';
import type { Store } from './store.ts';
import { tracesContract } from './traces.contract.ts';

tracesContract(async () => {
  const world = new MemoryWorld(noon);
  const outside: Store['outside'] = {
    put: async (columns) => world.tables.putRow(columns),
    update: async (key, change) => world.tables.updateRow(key, change),
    delete: async (key) => world.tables.deleteRow(key),
  };
  const { traces, forms, views } = world;
  return { store: Object.assign(world, { outside }), traces, forms, views };
});
