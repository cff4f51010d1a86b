import { z } from 'zod';

/**
 * What is in a dead-letter queue:
 *
 * - a call: the dial queue's consumer, or Scheduler, gave a dial message up; it can be sent again
 * - a note: Lambda could not hand changes of a table to a function; it says which, not what
 * - a sweep: an invocation failed whose work the next one has done
 * - something else
 */
export type LetterKind = 'call' | 'note' | 'sweep' | 'unknown';

export interface DeadLetter {
  kind: LetterKind;
  /** Of a call: what is sent to the dial queue. */
  message: string;
  /** Of a note: the function's name. */
  fn: string;
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
]);

/** Scheduler's dead letters may hold the request that it made to the queue. */
const request = z.object({ MessageBody: z.string() });

const note = z.object({
  requestContext: z.object({ functionArn: z.string() }),
  DDBStreamBatchInfo: z.object({}),
});

const sweep = z.union([
  z.object({ requestContext: z.object({ functionArn: z.string() }) }),
  z.object({ source: z.literal('aws.scheduler') }),
  /** A schedule without an input. */
  z.strictObject({}),
]);

export function readDeadLetter(body: string): DeadLetter {
  const content = parse(body);
  if (call.safeParse(content).success) return letter('call', { message: body });
  const asked = request.safeParse(content).data?.MessageBody;
  if (asked !== undefined && call.safeParse(parse(asked)).success)
    return letter('call', { message: asked });
  const { data } = note.safeParse(content);
  if (data) return letter('note', { fn: functionName(data.requestContext.functionArn) });
  return letter(sweep.safeParse(content).success ? 'sweep' : 'unknown', {});
}

function letter(kind: LetterKind, { message = '', fn = '' }: { message?: string; fn?: string }) {
  return { kind, message, fn };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `arn:aws:lambda:region:account:function:name:version` */
function functionName(arn: string): string {
  return arn.split(':')[6] ?? arn;
}
