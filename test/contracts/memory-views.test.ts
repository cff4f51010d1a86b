import { MemoryAuditLog } from '../support/memory/memory-audit-log.ts';
import { MemoryStateLog } from '../support/memory/memory-state-log.ts';
import { MemoryTables } from '../support/memory/memory-tables.ts';
import { MemoryViews } from '../support/memory/memory-views.ts';
import { auditLogContract } from './audit-log.contract.ts';
import { noon } from './samples.ts';
import { stateLogContract } from './state-log.contract.ts';
import { viewsContract } from './views.contract.ts';

viewsContract(async () => {
  const tables = new MemoryTables({ now: () => noon });
  return {
    views: new MemoryViews(tables),
    outside: {
      put: async (columns) => tables.putRow(columns),
      update: async (key, change) => tables.updateRow(key, change),
      delete: async (key) => tables.deleteRow(key),
    },
  };
});

describe('states of operators', () => stateLogContract(async () => new MemoryStateLog()));

describe('changes', () => auditLogContract(async () => new MemoryAuditLog()));
