import { z } from 'zod';

const sid = z.string();
const longestParameter = 800;

/** What a browser phone asks of the network. `connection` names a call that has no SID yet. */
export const deviceCommand = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('identify'), token: z.string() }),
  z.strictObject({ do: z.literal('register') }),
  z.strictObject({ do: z.literal('unregister') }),
  z.strictObject({
    do: z.literal('connect'),
    connection: z.string(),
    params: z.record(z.string(), z.string().max(longestParameter)),
  }),
  z.strictObject({ do: z.literal('accept'), sid }),
  z.strictObject({ do: z.literal('reject'), sid }),
  z.strictObject({ do: z.literal('hangUp'), sid }),
  z.strictObject({ do: z.literal('press'), sid, keys: z.string().regex(/^[0-9*#w]*$/) }),
]);

export type DeviceCommand = z.infer<typeof deviceCommand>;

/** What the network tells a browser phone. */
export type DeviceNews =
  | { tells: 'identified'; identity: string; secondsLeft: number }
  | { tells: 'registered' | 'unregistered' }
  | { tells: 'refused'; code: number; message: string }
  | {
      tells: 'incoming';
      sid: string;
      parameters: Record<string, string>;
      customParameters: Record<string, string>;
    }
  | { tells: 'ringing'; connection: string; sid: string }
  | { tells: 'declined'; connection: string; code: number; message: string }
  | { tells: 'answered' | 'canceled' | 'ended'; sid: string };
