import { startSystem } from '../../lib/local/start-system.ts';
import { putFaultsInFront } from '../properties/wire/faults-in-front.ts';

/**
 * A program: a whole local system that a benchmark asks what it used, by messages. It ends with who
 * started it. What goes wrong around it (`WireFaults`) is its second argument.
 */
export type Question = 'counts' | 'resetCounts' | 'memory' | 'stop';

const [dataFolder = '', faults] = process.argv.slice(2);
if (faults !== undefined) putFaultsInFront(JSON.parse(faults));
const system = await startSystem({ port: 0, dataFolder, sample: 'none' }, () => {});
const { cloud, address, dynamodb } = system;
const places = Object.entries(cloud.functions);
const placeOf = (caller: string) =>
  places.reduce((text, [place, name]) => text.replace(name, place), caller);

const answers: Record<Question, () => unknown> = {
  counts: () => cloud.requestCounts().map((it) => ({ ...it, caller: placeOf(it.caller) })),
  resetCounts: () => cloud.resetRequestCounts(),
  memory: () => process.memoryUsage().rss,
  stop: () => end(),
};

process.on('message', async ({ id, question }: { id: number; question: Question }) => {
  const value = await answers[question]();
  if (process.connected) process.send?.({ id, value });
});
process.once('disconnect', () => void end());
process.send?.({ address, dynamodb });

async function end(): Promise<void> {
  await system.stop();
  process.exit(0);
}
