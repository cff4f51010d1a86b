import type { Leg } from '../legs/leg.ts';
import type { NetworkParts } from '../twiml/scene.ts';
import { startTwiml } from '../verbs/perform-twiml.ts';
import {
  checkCallback,
  checkMethods,
  checkSource,
  readFallback,
  readSource,
  readSubscription,
} from './call-order.ts';
import { badRequest, type Refusal } from './twilio-refusal.ts';

const requestTerminated = 487;

/** Changes a live call as `POST /Calls/{sid}` asks, or says why Twilio would not. */
export function updateCall(
  form: URLSearchParams,
  leg: Leg,
  network: NetworkParts,
): Refusal | undefined {
  const refusal = checkMethods(form) ?? checkCallback(form);
  if (refusal) return refusal;
  if (form.has('FallbackUrl')) leg.fallback = readFallback(form);
  if (form.has('StatusCallback')) leg.record.statusCallback = readSubscription(form);
  if (form.has('Status')) return changeStatus(form.get('Status') ?? '', leg);
  if (form.has('Url') || form.has('Twiml')) return redirect(form, leg, network);
  return undefined;
}

export function notInProgress(): Refusal {
  return badRequest(21220, 'Call is not in-progress. Cannot redirect.');
}

/** `canceled` has no effect on an answered call, `completed` ends any. */
function changeStatus(status: string, leg: Leg): Refusal | undefined {
  if (status !== 'canceled' && status !== 'completed') {
    return badRequest(20422, `Status must be canceled or completed, got ${status}`);
  }
  if (status === 'completed' || !leg.isAnswered) leg.end('canceled', requestTerminated);
  return undefined;
}

function redirect(form: URLSearchParams, leg: Leg, network: NetworkParts): Refusal | undefined {
  const refusal = checkSource(form);
  if (refusal) return refusal;
  if (form.has('Url') && form.has('Twiml'))
    return badRequest(20422, 'Url and Twiml exclude each other on update');
  const source = readSource(form);
  if (!leg.isAnswered || !source) return notInProgress();
  leg.events.emit('redirected');
  startTwiml(network, leg, source);
  return undefined;
}
