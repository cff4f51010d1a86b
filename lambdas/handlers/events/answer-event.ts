import type { AttemptId } from '../../domain/attempt/attempt.ts';
import type { LegEvent } from '../../domain/phone/voice-step.ts';
import type { PathOf } from '../../ports/calls/voice-paths.ts';
import { markVoicemail } from '../../use-cases/call/mark-voicemail.ts';
import { recordCallerEvent, recordLegEvent } from '../../use-cases/call/record-leg-event.ts';
import type { SettlePorts } from '../../use-cases/call/settle-attempt.ts';
import {
  type NoteRecordingPorts,
  noteRecording,
} from '../../use-cases/recording/note-recording.ts';
import type { Reply, Webhook, WebhookAnswers, WebhookPorts } from '../boundary/on-webhook.ts';
import { hangUp, say } from '../boundary/phone-reply.ts';

export type EventPorts = SettlePorts & NoteRecordingPorts & WebhookPorts;

const noted: Reply = { statusCode: 204 };
/** Makes the telephone network say it again: its addresses carry `rp=5xx`. */
const again: Reply = { statusCode: 500, body: '' };

/** Takes down what became of a leg. What says nothing, or belongs to no attempt, is fine. */
export function answerEvent(ports: EventPorts): WebhookAnswers<'events'> {
  return {
    fn: 'events',
    answer: async (webhook) => {
      await record(ports, webhook);
      return noted;
    },
    unknown: async () => say(ports, hangUp),
    trouble: async () => again,
  };
}

async function record(
  ports: EventPorts,
  { path, attempt, fields }: Webhook<PathOf<'events'>>,
): Promise<void> {
  switch (path) {
    case '/events/inbound':
      return recordCaller(ports, fields);
    case '/events/operator':
      return recordLeg(ports, { attempt, event: ports.webhooks.legEvent('operator', fields) });
    case '/events/customer':
      return recordCustomer(ports, { attempt, event: ports.webhooks.legEvent('customer', fields) });
    case '/events/machine':
      return recordListener(ports, { attempt, fields });
    case '/events/recording':
      return recordRecording(ports, { attempt, fields });
    default:
      return path satisfies never;
  }
}

interface LegNote {
  attempt: AttemptId | undefined;
  event: LegEvent | undefined;
}

async function recordLeg(ports: EventPorts, { attempt, event }: LegNote): Promise<void> {
  if (attempt === undefined || event === undefined) return;
  await recordLegEvent(ports, { attempt, event });
}

/**
 * A talk's end is the dial's to tell: what settles is one webhook, not two that race for it. A leg that
 * leaves a message, or is in a conference, has left its dial, and tells its own.
 */
async function recordCustomer(ports: EventPorts, note: LegNote): Promise<void> {
  if (note.event?.state !== 'completed' || (await hasLeftDial(ports, note))) {
    await recordLeg(ports, note);
  }
}

async function hasLeftDial({ attempts }: EventPorts, { attempt }: LegNote): Promise<boolean> {
  const found = attempt && (await attempts.get(attempt));
  return (found?.facts.messageLeft ?? found?.facts.conference) !== undefined;
}

/** A call to one of our numbers, to the TwiML App or the SIP domain: only its own SID tells which. */
async function recordCaller(ports: EventPorts, fields: Webhook['fields']): Promise<void> {
  const event = ports.webhooks.legEvent('caller', fields);
  if (event !== undefined) await recordCallerEvent(ports, event);
}

/** The operator is not waited for: they talk on, or hang up when they hear the machine. */
async function recordListener(
  ports: EventPorts,
  { attempt, fields }: Pick<Webhook, 'attempt' | 'fields'>,
): Promise<void> {
  if (attempt === undefined || ports.webhooks.listener(fields) !== 'machine') return;
  await markVoicemail(ports, { attempt, by: 'network' });
}

async function recordRecording(
  ports: EventPorts,
  { attempt, fields }: Pick<Webhook, 'attempt' | 'fields'>,
): Promise<void> {
  const news = ports.webhooks.recording(fields);
  if (attempt !== undefined && news !== undefined) await noteRecording(ports, attempt, news);
}
