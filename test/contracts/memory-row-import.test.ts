import { MemoryRowExport } from '../support/memory/memory-row-export.ts';
import { MemoryRowImport } from '../support/memory/memory-row-import.ts';
import { MemoryWorld } from '../support/memory/memory-world.ts';
import { rowImportContract } from './row-import.contract.ts';
import { noon } from './samples.ts';

rowImportContract(async () => {
  const { tables } = new MemoryWorld(noon);
  return {
    rowImport: new MemoryRowImport(tables),
    rowExport: new MemoryRowExport(tables),
    outside: {
      put: async (columns) => tables.putRow(columns),
      update: async (key, change) => tables.updateRow(key, change),
      delete: async (key) => tables.deleteRow(key),
    },
  };
});
