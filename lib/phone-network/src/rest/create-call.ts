import type { Leg } from '../leg.ts';
import { startTwiml } from '../twiml/perform-twiml.ts';
import type { Stage } from '../twiml/scene.ts';
import type { CallOrder } from './call-order.ts';

/** Accepts a call: it is on disk and `queued` when this returns. */
export function acceptCall(order: CallOrder, stage: Stage): Leg {
  const { to, from, statusCallback } = order;
  const leg = stage.exchange.open({
    to,
    from,
    direction: 'outbound-api',
    parentSid: null,
    statusCallback,
  });
  leg.fallback = order.fallback;
  leg.events.once('answered', () => {
    leg.after(order.timeLimitSeconds * 1000, () => leg.hangUp());
    startTwiml(stage, leg, order.source);
  });
  return leg;
}
