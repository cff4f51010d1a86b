import type { VoiceStep } from '../../../lambdas/domain/phone/voice-step.ts';
import { type AfterDialPorts, afterDial } from '../../../lambdas/use-cases/call/after-dial.ts';
import type { DialPorts } from '../../../lambdas/use-cases/call/dial-customer.ts';
import { dialCustomer } from '../../../lambdas/use-cases/call/dial-customer.ts';
import type { OperatorWebhook } from '../../../lambdas/use-cases/call/find-attempt.ts';
import {
  greetOperator,
  readyOperator,
  tellWithdrawn,
} from '../../../lambdas/use-cases/call/greet-operator.ts';
import {
  afterConference,
  joinConference,
} from '../../../lambdas/use-cases/conference/join-conference.ts';
import { afterCallIn } from '../../../lambdas/use-cases/inbound/after-call-in.ts';
import {
  answerInboundCall,
  type InboundPorts,
} from '../../../lambdas/use-cases/inbound/answer-inbound-call.ts';
import { operatorCalling } from '../../../lambdas/use-cases/inbound/find-caller.ts';
import { greetForCaller, joinCaller } from '../../../lambdas/use-cases/inbound/greet-for-caller.ts';
import {
  type Routed,
  routeOutboundCall,
} from '../../../lambdas/use-cases/own-calls/route-outbound-call.ts';
import {
  type OrderPorts,
  orderCallback,
} from '../../../lambdas/use-cases/promises/order-callback.ts';
import type { AttemptWebhook, CallerWebhook, VoiceRequest, VoiceWebhook } from './network-host.ts';

export type PhonePorts = DialPorts & AfterDialPorts & InboundPorts & OrderPorts;

/** What the functions that answer telephones do, without HTTP: which use case answers which request. */
export function answerPhone(ports: PhonePorts, webhook: VoiceWebhook): Promise<Routed> {
  return webhook.attempt === undefined
    ? answerCaller(ports, webhook)
    : answerAttempt(ports, webhook);
}

async function answerCaller(ports: PhonePorts, webhook: CallerWebhook): Promise<Routed> {
  const { callSid: sid } = webhook;
  switch (webhook.to) {
    case 'own': {
      const caller = await operatorCalling(ports, webhook.from);
      if (caller === undefined) return { step: { kind: 'hang-up' } };
      return routeOutboundCall(ports, { sid, ...caller, target: webhook.target });
    }
    case 'inbound':
      return answerInboundCall(ports, { sid, from: webhook.from, to: '+442079460000' });
    case 'order':
      return { step: await orderCallback(ports, webhook.order) };
    default:
      return webhook satisfies never;
  }
}

async function answerAttempt(ports: PhonePorts, webhook: AttemptWebhook): Promise<Routed> {
  if (webhook.to === 'after-call-in') return afterCallIn(ports, webhook);
  const { attempt, callSid, ...request } = webhook;
  return { attempt, step: await answerVoice(ports, { attempt, callSid }, request) };
}

function answerVoice(
  ports: PhonePorts,
  call: OperatorWebhook,
  request: VoiceRequest,
): Promise<VoiceStep> {
  switch (request.to) {
    case 'greet':
      return greetOperator(ports, call);
    case 'whisper':
      return greetForCaller(ports, call);
    case 'join':
      return joinCaller(ports, { ...call, digits: request.digits });
    case 'dial':
      return dialCustomer(ports, call);
    case 'withdrawn':
      return tellWithdrawn(ports, call);
    case 'ready':
      return readyOperator(ports, { ...call, digits: request.digits });
    case 'conference':
      return joinConference(ports, call);
    case 'left':
      return afterConference(ports, { ...call, end: request.end });
    case 'after':
      return afterDial(ports, { ...call, end: request.end });
    default:
      return request satisfies never;
  }
}
