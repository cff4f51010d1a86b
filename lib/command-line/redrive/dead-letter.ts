import { z } from 'zod';

/**
 * What is in a dead-letter queue:
 *
 * - a call: the dial queue's consumer, or Scheduler, gave a dial message up; it can be sent again
 * - a sweep: an invocation failed whose work the next one has done
 * - something else
 */
export type LetterKind = 'call' | 'sweep' | 'unknown';

export interface DeadLetter {
  kind: LetterKind;
  /** Of a call: what is sent to the dial queue. */
  message: string;
}

const call = z.union([
  z.strictObject({
    task: z.string(),
    Id: z.number(),
    dueAt: z.iso.datetime(),
    slotAt: z.iso.datetime().optional(),
  }),
  z.strictObject({ check: z.string() }),
  z.strictObject({ offer: z.string() }),
  z.strictObject({
    judge: z.strictObject({ task: z.string(), Id: z.string() }),
    earliest: z.iso.datetime(),
    latest: z.iso.datetime(),
    sequence: z.string(),
    mark: z.string().optional(),
    wasBarred: z.literal(true).optional(),
  }),
]);

/** Scheduler's dead letters may hold the request that it made to the queue. */
const request = z.object({ MessageBody: z.string() });

const sweep = z.union([
  z.object({ requestContext: z.object({ functionArn: z.string() }) }),
  z.object({ source: z.literal('aws.scheduler') }),
  /** A schedule without an input. */
  z.strictObject({}),
]);

export function readDeadLetter(body: string): DeadLetter {
  const content = parse(body);
  if (call.safeParse(content).success) return { kind: 'call', message: body };
  const asked = request.safeParse(content).data?.MessageBody;
  if (asked !== undefined && call.safeParse(parse(asked)).success)
    return { kind: 'call', message: asked };
  return { kind: sweep.safeParse(content).success ? 'sweep' : 'unknown', message: '' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
