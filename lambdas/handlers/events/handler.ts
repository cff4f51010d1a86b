import { corePorts } from '../../composition/core-ports.ts';
import { composeRecordings } from '../../composition/recordings.ts';
import { composeVoiceWebhooks } from '../../composition/voice-webhooks.ts';
import { onWebhook } from '../boundary/on-webhook.ts';
import { answerEvent } from './answer-event.ts';

const core = corePorts(process.env);
const ports = {
  ...core,
  recordings: composeRecordings(process.env),
  webhooks: composeVoiceWebhooks(process.env, core.clock),
};

/** POST /events/{leg}: news of an operator's or a customer's leg. */
export const handler = onWebhook(ports, answerEvent(ports));
