import type { Whereabouts } from '../find-tables.ts';
import { grouped } from '../progress-line.ts';
import { type LetterKind, readDeadLetter } from './dead-letter.ts';
import type { DeadLetterQueue, Letter } from './dead-letter-queue.ts';

/** A queue with a look at some of its letters. */
export interface Inspected {
  queue: DeadLetterQueue;
  sample: Letter[];
}

export async function inspect(queue: DeadLetterQueue): Promise<Inspected> {
  return { queue, sample: await queue.peek() };
}

export function kindsIn({ sample }: Inspected): Set<LetterKind> {
  return new Set(sample.map(({ Body }) => readDeadLetter(Body).kind));
}

/** A line for each queue: how many letters, how old. */
export function listQueues(inspected: readonly Inspected[], now: number): string {
  const width = Math.max(...inspected.map(({ queue }) => queue.name.length));
  return inspected.map((it) => `  ${it.queue.name.padEnd(width)}  ${stateOf(it, now)}\n`).join('');
}

function stateOf({ queue, sample }: Inspected, now: number): string {
  const hidden = queue.hidden > 0 ? `, ${grouped(queue.hidden)} more are being looked at` : '';
  const depth = Math.max(queue.depth, sample.length);
  if (depth === 0) return `empty${hidden}`;
  const oldest = Math.min(...sample.map(({ sentAt }) => sentAt));
  const age = Number.isFinite(oldest) ? `, the oldest ${ageText(now - oldest)} old` : '';
  return `${grouped(depth)} dead ${depth === 1 ? 'letter' : 'letters'}${age}${hidden}`;
}

function ageText(milliseconds: number): string {
  const minutes = Math.max(Math.floor(milliseconds / 60_000), 0);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
}

/** What to do about letters that cannot be sent again. */
export function advise(inspected: Inspected, where: Whereabouts): string[] {
  const { queue } = inspected;
  const drop = `npm run redrive --${optionsOf(where)} --queue ${queue.name} --drop`;
  const texts: Record<LetterKind, string> = {
    call: '',
    sweep: `These are sweeps that failed. The next one has done their work. Take them off: ${drop}`,
    unknown: `Something that this command does not know: look at it in the SQS console. To take it off: ${drop}`,
  };
  return [...kindsIn(inspected)].flatMap((kind) =>
    texts[kind] === '' ? [] : [`${queue.name}: ${texts[kind]}`],
  );
}

/** As they were given, so that the command can be pasted. */
function optionsOf({ stack, url, port }: Whereabouts): string {
  const given = Object.entries({ stack, url, port }).filter(([, value]) => value !== undefined);
  return given.map(([name, value]) => ` --${name} ${value}`).join('');
}
