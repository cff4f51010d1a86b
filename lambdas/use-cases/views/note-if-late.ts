import { hour, type Instant, toIso } from '../../domain/basics/instant.ts';
import type { Ports } from '../../ports/ports.ts';

/** What is told of a moment comes within a second or two. */
export const lateAfter = hour;

/** Told of something that belongs to `at`: if that is long ago, its day is counted anew. */
export async function noteIfLate(
  { views, clock }: Pick<Ports, 'views' | 'clock'>,
  { task, at }: { task: string; at: Instant },
): Promise<void> {
  if (clock.now() - at <= lateAfter) return;
  await views.noteLateChange(task, toIso(at).slice(0, 'YYYY-MM-DD'.length));
}
