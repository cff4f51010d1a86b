import { corePorts } from '../composition/core-ports.ts';
import { composeForms } from '../composition/forms.ts';
import { composeTelephoneEdge } from '../composition/telephone-edge.ts';
import { answerVoice } from './boundary/answer-voice.ts';
import { onWebhook } from './boundary/on-webhook.ts';

const core = corePorts(process.env);
const ports = {
  ...core,
  forms: composeForms(process.env).forms,
  edge: composeTelephoneEdge(process.env, core.clock),
};

/** POST /voice/{step}: what the operator's phone does next. */
export const handler = onWebhook(ports, answerVoice(ports));
