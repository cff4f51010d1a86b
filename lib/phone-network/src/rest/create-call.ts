import type { Leg } from '../legs/leg.ts';
import type { NetworkParts } from '../twiml/scene.ts';
import { startTwiml } from '../verbs/perform-twiml.ts';
import type { CallOrder } from './call-order.ts';

/** Accepts a call: it is on disk and `queued` when this returns. */
export function acceptCall(order: CallOrder, network: NetworkParts): Leg {
  const { to, from, statusCallback } = order;
  const leg = network.exchange.open({
    to,
    from,
    direction: 'outbound-api',
    parentSid: null,
    statusCallback,
  });
  leg.fallback = order.fallback;
  leg.events.once('answered', () => {
    leg.after(order.timeLimitSeconds * 1000, () => leg.hangUp());
    startTwiml(network, leg, order.source);
  });
  return leg;
}
