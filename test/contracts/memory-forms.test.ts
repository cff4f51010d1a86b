import { MemoryForms } from '../support/memory/memory-forms.ts';
import { MemoryScripts } from '../support/memory/memory-scripts.ts';
import { MemoryWorld } from '../support/memory/memory-world.ts';
import { formsContract } from './forms.contract.ts';
import { noon } from './samples.ts';
import { scriptsContract } from './scripts.contract.ts';
import type { Store } from './store.ts';

describe('forms', () =>
  formsContract(async () => {
    const { ...world } = new MemoryWorld(noon);
    const outside: Store['outside'] = {
      put: async (columns) => world.tables.putRow(columns),
      update: async (key, change) => world.tables.updateRow(key, change),
      delete: async (key) => world.tables.deleteRow(key),
    };
    return { forms: new MemoryForms(world.tables), store: { rows: world.rows, outside } };
  }));

describe('scripts', () => scriptsContract(async () => new MemoryScripts()));
