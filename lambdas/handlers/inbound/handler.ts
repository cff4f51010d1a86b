import { callerPorts } from '../composition/callers.ts';
import { corePorts } from '../composition/core-ports.ts';
import { composeTelephoneEdge } from '../composition/telephone-edge.ts';
import { answerCaller } from './boundary/answer-caller.ts';
import { onWebhook } from './boundary/on-webhook.ts';

const core = corePorts(process.env);
const ports = {
  ...core,
  ...callerPorts(process.env),
  edge: composeTelephoneEdge(process.env, core.clock),
};

/** POST /voice/browser, /voice/desk-phone, /voice/inbound and /caller/{step}: calls that people make to us. */
export const handler = onWebhook(ports, answerCaller(ports));
