import * as z from 'zod';
import { zoneSources } from '../domain/gate/zones/customer-zones.ts';

/** Where the customer reads the clock, and whose word that is; of several zones nobody knows which. */
export const customerClock = z
  .object({
    zones: z.array(z.string()).min(1),
    from: z
      .enum(zoneSources)
      .describe('row: its time_zone · number · country: all zones of its country · task'),
  })
  .meta({ id: 'CustomerClock' });
export type CustomerClock = z.infer<typeof customerClock>;
