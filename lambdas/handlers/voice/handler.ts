import { corePorts } from '../../composition/core-ports.ts';
import { composeForms } from '../../composition/forms.ts';
import { composeViews } from '../../composition/views.ts';
import { composeVoiceWebhooks } from '../../composition/voice-webhooks.ts';
import { onWebhook } from '../boundary/on-webhook.ts';
import { answerVoice } from './answer-voice.ts';

const core = corePorts(process.env);
const ports = {
  ...core,
  views: composeViews(process.env),
  forms: composeForms(process.env).forms,
  webhooks: composeVoiceWebhooks(process.env, core.clock),
};

/** POST /voice/{step}: what the operator's phone does next. */
export const handler = onWebhook(ports, answerVoice(ports));
