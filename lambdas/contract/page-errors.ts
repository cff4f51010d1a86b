import * as z from 'zod';

/** A place in a script of the pages, as a browser names it. */
const frame = z.strictObject({
  /** The file's name alone. */
  file: z.string().regex(/^[\w.-]{1,80}\.js$/),
  line: z.number().int().min(0),
  column: z.number().int().min(0),
});

/**
 * That a page failed, and where. An error's own words may repeat what somebody typed: they stay in the
 * browser.
 */
export const pageError = z
  .strictObject({
    page: z.enum(['desk', 'supervisor']),
    /** Such as TypeError. */
    name: z.string().regex(/^[A-Za-z]{1,60}$/),
    stack: z.array(frame).max(10),
  })
  .meta({ id: 'PageError' });
export type PageError = z.infer<typeof pageError>;
