import { MemoryAnsweredRequests } from '../support/memory/memory-answered-requests.ts';
import { MemoryCalendarLinks } from '../support/memory/memory-calendar-links.ts';
import { MemoryCursorKey } from '../support/memory/memory-cursor-key.ts';
import { MemoryWorld } from '../support/memory/memory-world.ts';
import { answeredRequestsContract } from './answered-requests.contract.ts';
import { calendarLinksContract } from './calendar-links.contract.ts';
import { cursorKeyContract } from './cursor-key.contract.ts';
import { noon } from './samples.ts';
import { storeContract } from './store.contract.ts';
import type { Store } from './store.ts';

storeContract(async (): Promise<Store> => {
  const world = new MemoryWorld(noon);
  const { tables } = world;
  const outside: Store['outside'] = {
    put: async (columns) => tables.putRow(columns),
    update: async (key, change) => tables.updateRow(key, change),
    delete: async (key) => tables.deleteRow(key),
  };
  return Object.assign(world, { outside });
});

answeredRequestsContract(async () => new MemoryAnsweredRequests());

cursorKeyContract(async () => [new MemoryCursorKey(), new MemoryCursorKey()]);

calendarLinksContract(async () => new MemoryCalendarLinks());
