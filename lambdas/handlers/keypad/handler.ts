import { keypadPorts } from '../composition/keypad-ports.ts';
import { answerKeypad } from './boundary/answer-keypad.ts';
import { onWebhook } from './boundary/on-webhook.ts';

const ports = keypadPorts(process.env);

/** POST /voice/script: the script on the keys of the operator's phone. */
export const handler = onWebhook(ports, answerKeypad(ports));
