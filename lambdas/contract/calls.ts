import * as z from 'zod';
import { legEnds } from '../domain/attempt/facts.ts';
import { outcomeNames } from '../domain/attempt/outcomes.ts';
import { recordingStates } from '../domain/attempt/recording.ts';
import { zoneSources } from '../domain/gate/zones/customer-zones.ts';
import { storedScriptSchema } from '../domain/script/script.ts';
import { recordingRules } from '../domain/task/recording-rules.ts';
import { factKinds } from '../domain/views/fact-view.ts';
import { customerClock } from './customer-clock.ts';
import { formView } from './forms.ts';
import { columns, instant } from './instant.ts';

const leg = z.object({
  state: z.enum(['none', 'calling', 'ringing', 'answered', 'ready', 'ended']),
  at: instant.optional(),
  /** How it ended, in Twilio's words. */
  endedAs: z.enum(legEnds).optional(),
});

/** One fact of an attempt: its kind, when, and what belongs to it. */
const fact = z.looseObject({ kind: z.enum(factKinds), at: instant });

const recordingView = z
  .object({
    sid: z.string(),
    /** absent: the talk was too short or silent, the network kept none */
    state: z.enum(recordingStates),
    /** Since when it is in this state. */
    at: instant,
    startedAt: instant.optional(),
    seconds: z.number().optional(),
  })
  .meta({ id: 'Recording' });
export type RecordingView = z.infer<typeof recordingView>;

/** The recording of your talk: goes on, or is silent for a while; begins where that is left to you. */
export const recordingWish = z
  .strictObject({ state: z.enum(['recording', 'paused']) })
  .meta({ id: 'RecordingWish' });

/** The customer hears music while they are on hold. */
export const holdWish = z.strictObject({ isOn: z.boolean() }).meta({ id: 'HoldWish' });

/** What became of an attempt. */
export const outcomeName = z.enum(outcomeNames);

/** An attempt as a desk shows it. One with more facts is newer. */
export const attemptView = z
  .object({
    id: z.string(),
    task: z.string(),
    Id: z.number(),
    origin: z.enum(['callback', 'manual', 'inbound']),
    operator: z.object({ id: z.string().optional(), address: z.string() }),
    /** E.164. */
    customer: z.string(),
    /** When this try was due. */
    dueAt: instant,
    /** The instant that a person promised, kept through all tries. */
    promisedFor: instant.optional(),
    claimedAt: instant,
    /**
     * connecting: the first leg is being made · ringing: the operator's (inbound: the customer's too) ·
     * waiting: they are ready, the promised second is not yet · dialling: the customer's phone rings ·
     * talking · over: both are through, the outcome may still be open
     */
    state: z.enum(['connecting', 'ringing', 'waiting', 'dialling', 'talking', 'over']),
    legs: z.object({ operator: leg, customer: leg }),
    /** Since when they talk. */
    bridgedAt: instant.optional(),
    outcome: outcomeName.optional(),
    /** When the row is due again because of this attempt. */
    nextDueAt: instant.optional(),
    /** When the operator may be rung again, once that is known. */
    operatorFreeAt: instant.optional(),
    /** Whether the customer is on hold, and since when; absent where nobody asked for it. */
    hold: z.object({ isOn: z.boolean(), at: instant }).optional(),
    /** By whose clock the gate let the customer be called when the row was claimed, and whose word that was. */
    permittedBy: z.object({ zone: z.string(), from: z.enum(zoneSources) }).optional(),
    /** What the task said about recording; absent: nothing is recorded. */
    recording: z.enum(recordingRules).exclude(['off']).optional(),
    recordings: z.array(recordingView).optional(),
    facts: z.array(fact),
  })
  .meta({ id: 'Attempt' });
export type AttemptView = z.infer<typeof attemptView>;

/** An earlier attempt with the answers that were given then. */
export const pastAttempt = attemptView
  .extend({
    form: formView.optional(),
    /** What its operator is called. */
    operatorName: z.string().optional(),
    /** What people call its customer, in a list of several customers. */
    name: z.string().optional(),
  })
  .meta({ id: 'PastAttempt' });
export type PastAttempt = z.infer<typeof pastAttempt>;

/** What an operator needs during a talk. */
export const card = z
  .object({
    attempt: attemptView,
    /** Absent when the row was deleted meanwhile. */
    row: columns.optional(),
    /** What people call the customer. */
    name: z.string().optional(),
    task: z.object({
      id: z.string(),
      title: z.string(),
      timeZone: z.string(),
      country: z.string(),
      afterDisconnect: z.enum(['finish', 'stop']),
      wrapUpSeconds: z.number(),
      /** The form is sent before the next call. */
      requiresForm: z.boolean().optional(),
      /** A machine that answers can be left a message. */
      leavesMessage: z.boolean().optional(),
      /** The columns that the card shows, in this order; all of them unless set. */
      cardColumns: z.array(z.string()).optional(),
    }),
    /** The customer's page in other software. */
    url: z.string().optional(),
    /** The zone in which the row's date and time are written. */
    zone: z.string(),
    clock: customerClock,
    /** Newest first, without this one. */
    history: z.array(pastAttempt),
    script: storedScriptSchema.optional(),
    form: formView.optional(),
  })
  .meta({ id: 'Card' });
export type Card = z.infer<typeof card>;

/** A call to a row, or to any number: attached to `task`, else to the operator's current task. */
export const callWish = z
  .union([
    z.strictObject({ task: z.string(), Id: z.number().int().positive() }),
    z.strictObject({ tel: z.string().min(2).max(60), task: z.string().optional() }),
  ])
  .meta({ id: 'CallWish' });

export const callPlaced = z.object({ attempt: attemptView }).meta({ id: 'CallPlaced' });

/** "Not now": call again in so many minutes. */
export const deferral = z
  .strictObject({ minutes: z.number().int().min(1).max(1440) })
  .meta({ id: 'Deferral' });

/** How long a call is wrapped up. */
export const wrapUp = z
  .object({
    /** When the operator may be rung again. */
    freeAt: instant,
    /** More time than until then is not to be had. */
    latestAt: instant,
  })
  .meta({ id: 'WrapUp' });
export type WrapUp = z.infer<typeof wrapUp>;
