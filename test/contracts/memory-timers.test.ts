import { MemoryWorld } from '../support/memory/memory-world.ts';
import { noon } from './samples.ts';
import { timersContract } from './timers.contract.ts';

timersContract(async () => {
  const { timers, dialQueue, clock } = new MemoryWorld(noon);
  return {
    timers,
    async advanceTo(at) {
      await clock.advanceTo(at);
      for (const armed of timers.due(at)) await timers.fire(armed);
    },
    fired: () => dialQueue.all().map(({ message }) => message),
  };
});
