import { MemoryWorld } from '../support/memory/memory-world.ts';
import { dialQueueContract } from './dial-queue.contract.ts';
import { noon, second } from './samples.ts';

dialQueueContract(async () => {
  const { dialQueue, clock } = new MemoryWorld(noon);
  return {
    dialQueue,
    async receive(withinSeconds) {
      await clock.advanceTo(clock.now() + withinSeconds * second);
      const due = dialQueue.due(clock.now());
      for (const queued of due) dialQueue.delete(queued);
      return due.map(({ message }) => message);
    },
  };
});
