import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const count = z.strictObject({
  /** A function by its place in the stack, what Lambda does for one, or `outside`. */
  caller: z.string(),
  /** `dynamodb:PutItem`, `lambda:Invoke` */
  operation: z.string(),
  requests: z.number(),
  readUnits: z.number(),
  writeUnits: z.number(),
});

const phase = z.strictObject({
  /** How often it was done. */
  times: z.number().int().positive(),
  counts: z.array(count),
  /** What the functions wrote to their logs. */
  logBytes: z.number(),
});

const schema = z.strictObject({
  measuredOn: z.iso.date(),
  /** A promised call that no page shows, from the order to the end of the talk. */
  callback: phase,
  /** The same while its operator’s page is open. */
  watched: phase,
  /** What an operator’s page asks because of one call. */
  desk: phase,
  /** The reconciler, when it finds nothing. */
  sweep: phase,
});

export type Measurement = z.infer<typeof schema>;
export type Phase = z.infer<typeof phase>;
export type Count = z.infer<typeof count>;

const committed = path.join(import.meta.dirname, 'measurement.json');

/** The measurement that comes with the code. */
export function readMeasurement(): Measurement {
  return schema.parse(JSON.parse(readFileSync(committed, 'utf8')));
}

export function keepMeasurement(measurement: Measurement, file = committed): void {
  writeFileSync(file, `${JSON.stringify(measurement, null, 2)}\n`);
}
