import { corePorts } from '../../composition/core-ports.ts';
import { inboundPorts } from '../../composition/functions/inbound.ts';
import { composePresence } from '../../composition/presence.ts';
import { composeVoiceWebhooks } from '../../composition/voice-webhooks.ts';
import { onWebhook } from '../boundary/on-webhook.ts';
import { answerCaller } from './answer-inbound.ts';

const core = corePorts(process.env);
const ports = {
  ...core,
  ...inboundPorts(process.env),
  presence: composePresence(process.env, core.clock),
  webhooks: composeVoiceWebhooks(process.env, core.clock),
};

/** POST /voice/browser, /voice/desk-phone, /voice/inbound and /caller/{step}: calls that people make to us. */
export const handler = onWebhook(ports, answerCaller(ports));
