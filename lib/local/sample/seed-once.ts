import { keptJson } from '../kept-json.ts';
import type { SampleSurroundings } from './seed-sample.ts';

/** Seeds the sample, unless the file says that it was: what people made of it since stays. */
export async function seedOnce(file: string, surroundings: SampleSurroundings): Promise<void> {
  await keptJson(file, async () => {
    const { seedSample } = await import('./seed-sample.ts');
    await seedSample(surroundings);
    return { seededAt: new Date().toISOString() };
  });
}
