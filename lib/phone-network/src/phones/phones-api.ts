import { Hono } from 'hono';
import { z } from 'zod';
import { addressKind } from '../base/address.ts';
import { networkSettings } from '../base/network-settings.ts';
import { pressesInTurn } from '../base/phone-behaviour.ts';
import type { NetworkParts } from '../twiml/scene.ts';
import { callIn } from './call-in.ts';
import { addressHelp, explain } from './local-api.ts';

const dialOrder = z.strictObject({
  from: z.string(),
  /** One of the account's numbers; from a browser or SIP phone, whatever it dials. */
  to: z.string(),
  /** What a browser phone tells its TwiML App. */
  params: z.record(z.string(), z.string()).optional(),
  /** Keys for each Gather in turn. */
  presses: pressesInTurn.optional(),
});

/** `/phones/*`: what the page and tests steer the network with. */
export function phonesApi(network: NetworkParts): Hono {
  const api = new Hono();

  api.put('/phones/faults', async (c) => {
    network.faults.set(await c.req.json());
    return c.json(network.faults.plan());
  });
  api.get('/phones/faults', (c) => c.json(network.faults.plan()));
  api.delete('/phones/faults', (c) => {
    network.faults.reset();
    return c.body(null, 204);
  });

  api.put('/phones/settings', async (c) => {
    Object.assign(network.settings, networkSettings.parse(await c.req.json()));
    return c.json(network.settings);
  });
  api.get('/phones/settings', (c) => c.json(network.settings));

  api.put('/phones/numbers/:number', async (c) => {
    const number = c.req.param('number');
    if (!network.numbers.owns(number))
      return c.json({ error: `${number} is not a number of this account.` }, 404);
    return c.json({ number, ...network.numbers.configure(number, await c.req.json()) });
  });

  api.get('/phones/debugger', (c) => c.json(network.debugLog.entries()));

  api.post('/phones/dial', async (c) => {
    const order = dialOrder.parse(await c.req.json());
    if (!addressKind(order.from)) return c.json({ error: addressHelp(order.from) }, 400);
    const result = callIn(order, network);
    return result.kind === 'refused'
      ? c.json({ error: result.reason }, 409)
      : c.json({ sid: result.leg.record.sid }, 201);
  });

  api.onError(explain);
  return api;
}
