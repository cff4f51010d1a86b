import { z } from 'zod';
import type { StackResource } from './stack.ts';

/** Templates spell booleans as text, too. */
export const flag = z.union([z.boolean(), z.stringbool()]);

/** Parses a resource's properties; what does not fit is told with the resource's name. */
export function parseProperties<T>(schema: z.ZodType<T>, resource: StackResource): T {
  const { success, data, error } = schema.safeParse(resource.properties);
  if (success) return data;
  throw new Error(
    `The local cloud cannot play ${resource.logicalId} (${resource.type}): ${z.prettifyError(error)}`,
  );
}
