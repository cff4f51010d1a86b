import { MemoryIntake } from '../../lambdas/adapters/memory/memory-intake.ts';
import { MemoryRoster } from '../../lambdas/adapters/memory/memory-roster.ts';
import { MemoryWorld } from '../../lambdas/adapters/memory/memory-world.ts';
import { intakeContract } from './intake.contract.ts';
import { noon } from './samples.ts';

intakeContract(async () => {
  const { tables } = new MemoryWorld(noon);
  return {
    intake: new MemoryIntake(tables),
    roster: new MemoryRoster(tables),
    outside: {
      put: async (columns) => tables.putRow(columns),
      update: async (key, change) => tables.updateRow(key, change),
      delete: async (key) => tables.deleteRow(key),
    },
  };
});
