import { keypadPorts } from '../../composition/functions/keypad-ports.ts';
import { onWebhook } from '../boundary/on-webhook.ts';
import { answerKeypad } from './answer-keypad.ts';

const ports = keypadPorts(process.env);

/** POST /voice/script: the script on the keys of the operator's phone. */
export const handler = onWebhook(ports, answerKeypad(ports));
