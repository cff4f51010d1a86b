import * as z from 'zod';
import { isCountry } from '../basics/country.ts';
import { fallbackLanguage, languages } from '../basics/language.ts';
import { isCalendarDate } from '../basics/local-time.ts';
import type { Localized } from '../basics/localized.ts';
import { numberKinds, ordinaryKinds } from '../basics/number-kind.ts';
import { toAddress, toE164 } from '../basics/phone-number.ts';
import { isTimeZone } from '../basics/time-zone.ts';
import { isCardUrl } from './card-url.ts';
import { isDialled } from './operator-line.ts';
import { recordingRules } from './recording-rules.ts';
import {
  leastRetrySeconds,
  presentRetryNames,
  type RetryCause,
  retryDefaults,
} from './retry-seconds.ts';
import { roles } from './role.ts';
import { ruleDefaults } from './rule-defaults.ts';
import { taskIdPattern } from './task-id.ts';
import {
  countrySentence,
  taskSentences,
  timeZoneSentence,
  withSentence,
} from './task-sentences.ts';

const whole = (name: string, from: number, to: number) => {
  const error = ({ input }: { input?: unknown }) =>
    `${name} must be a whole number, ${from}–${to}, got ${JSON.stringify(input)}`;
  return z.number({ error }).int({ error, abort: true }).min(from, { error }).max(to, { error });
};

/** A text of this form; the pattern is told in the API's description too. */
export const textOfForm = (pattern: RegExp, sentence: Localized) =>
  z
    .string()
    .refine((text) => pattern.test(text), { ...withSentence(sentence), abort: true })
    .meta({ pattern: pattern.source });

export const taskId = textOfForm(taskIdPattern, taskSentences.id);

export const operatorId = taskId.describe('operator id');
export const scriptId = taskId.describe('script id');

const clock = textOfForm(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, taskSentences.clock);

/** From one local time of a day to another, the second exclusive. */
const window = z
  .tuple([clock, clock])
  .refine(([from, to]) => from < to, withSentence(taskSentences.window));

const dayHours = z.array(window).max(6);

/** Calling hours by ISO weekday, 1 (Monday) to 7; a weekday that is left out is closed. */
const callingHours = z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), dayHours);

const timeZone = z.string().superRefine((zone, { addIssue }) => {
  if (isTimeZone(zone)) return;
  const { error, params } = withSentence(timeZoneSentence(zone));
  addIssue({ code: 'custom', message: error, params });
});

/** A setting of each cause. */
const byCause = (setting: (cause: RetryCause) => z.ZodDefault<z.ZodNumber>) =>
  z
    .preprocess(
      presentRetryNames,
      z.object({
        busy: setting('busy'),
        declined: setting('declined'),
        noAnswer: setting('noAnswer'),
        failed: setting('failed'),
        operatorHungUp: setting('operatorHungUp'),
        voicemail: setting('voicemail'),
      }),
    )
    .prefault({});

const number = (name: string, from: number, to: number) => {
  const error = ({ input }: { input?: unknown }) =>
    `${name} must be a number, ${from}–${to}, got ${JSON.stringify(input)}`;
  return z.number({ error }).min(from, { error }).max(to, { error });
};

const holiday = textOfForm(/^\d{4}-\d{2}-\d{2}$/, taskSentences.holiday).refine(
  isCalendarDate,
  withSentence(taskSentences.holiday),
);

const attemptLimit = (name: string, most: number) => whole(name, 1, most).nullable().default(null);

const country = z
  .string()
  .superRefine((given, { addIssue }) => {
    if (isCountry(given)) return;
    const { error, params } = withSentence(countrySentence(given));
    addIssue({ code: 'custom', message: error, params });
  })
  .meta({ pattern: '^[A-Z]{2}$' });

/** Countries that may be called. */
const countryList = z.array(country).max(250);

export const taskSchema = z.object({
  id: taskId,
  title: z.string().min(1).max(200),
  timeZone,
  /** Where a number without a country's code is read. */
  country,
  callerId: z
    .string()
    .refine((it) => toE164(it, 'ZZ') === it, withSentence(taskSentences.callerId)),
  operators: z.array(operatorId).max(500),
  /** Who supervises this task without supervising all: their token says that they are a lead. */
  leads: z.array(operatorId).max(50).optional(),
  attachCalls: z.boolean().default(true),
  afterDisconnect: z.enum(['finish', 'stop']).default('finish'),
  /** Twilio listens whether a machine answers the customer's phone, and is paid for that by the call. */
  detectMachines: z.boolean().default(false),
  /** Whether talks are recorded; not unless it says so. */
  recording: z.enum(recordingRules).optional(),
  /** What the customer hears before they are joined, in the task's language; a sentence of ours where none stands. */
  recordingNotice: z.partialRecord(z.enum(languages), z.string().trim().min(1).max(300)).optional(),
  /** Recordings are deleted after so many days; 90 unless set. */
  keepRecordingsDays: whole('keepRecordingsDays', 1, 3650).optional(),
  /** What a machine hears that answered instead of the customer, in the task's language. */
  voicemailText: z.partialRecord(z.enum(languages), z.string().trim().min(1).max(500)).optional(),
  /** A recorded message in its place: an address that Twilio plays. */
  voicemailSound: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
  /** What a customer on hold hears: an address that Twilio plays; Twilio's own music where none stands. */
  holdMusic: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
  ringAheadSeconds: whole('ringAheadSeconds', 0, 120).default(15),
  operatorRingSeconds: whole('operatorRingSeconds', 5, 600).default(25),
  customerRingSeconds: whole('customerRingSeconds', 5, 600).default(30),
  retrySeconds: byCause((cause) =>
    whole(`retrySeconds.${cause}`, leastRetrySeconds[cause], 86_400).default(retryDefaults[cause]),
  ),
  /** Each further rest for the cause is so many times the one before. */
  retryGrowth: byCause((cause) =>
    number(`retryGrowth.${cause}`, 1, 10).default(ruleDefaults.retryGrowth[cause]),
  ),
  /** A rest is longer by up to this share of it, so that the next try is at another hour. */
  retryJitter: byCause((cause) =>
    number(`retryJitter.${cause}`, 0, 1).default(ruleDefaults.retryJitter[cause]),
  ),
  operatorRetrySeconds: whole('operatorRetrySeconds', 1, 86_400).default(300),
  /** A promise whose operator cannot be reached for so long goes to others; null keeps it for them. */
  releaseAfterMinutes: whole('releaseAfterMinutes', 1, 1440).nullable().default(15),
  wrapUpSeconds: whole('wrapUpSeconds', 0, 900).default(30),
  /** Who takes more time for a form, or is still typing, has at most so much; 600 unless set. */
  mostWrapUpSeconds: whole('mostWrapUpSeconds', 0, 3600).optional(),
  /** Whether the form of a talk is sent before the next call, or that time is over; not unless it says so. */
  requiresForm: z.boolean().optional(),
  graceSeconds: whole('graceSeconds', 60, 86_400).default(3600),
  maxAttempts: whole('maxAttempts', 1, 1000).default(15),
  /** Customer attempts to one number, through all rows and tasks, a day of the customer's; null sets no limit. */
  maxAttemptsPerDay: attemptLimit('maxAttemptsPerDay', 100),
  /** The same in any 24 hours. */
  maxAttemptsPer24Hours: attemptLimit('maxAttemptsPer24Hours', 100),
  /** The same in any seven days. */
  maxAttemptsPerWeek: attemptLimit('maxAttemptsPerWeek', 500),
  /** The same in all; `maxAttempts` counts for one promise of one row. */
  maxAttemptsPerNumber: attemptLimit('maxAttemptsPerNumber', 1000),
  /** By the customer's clock; null: at any hour. */
  callingHours: callingHours.nullable().default(null),
  /** Dates on which nobody is called, by the customer's calendar. */
  holidays: z.array(holiday).max(400).default([]),
  /** What people call some of them, by date. */
  holidayNames: z.record(holiday, z.string().max(200)).optional(),
  /** The wider hours that the law leaves for calls at the customer's own wish; null: those are held to `callingHours` too. */
  legalHours: callingHours.nullable().default(null),
  /** The column that says, by `yes` or `true`, that the customer wished to be called at that time. */
  wishColumn: z.string().min(1).max(255).optional(),
  /** Where the task may call; null: in its own country. */
  allowedCountries: countryList.nullable().default(null),
  /** What it may call there. */
  allowedKinds: z.array(z.enum(numberKinds)).default([...ordinaryKinds]),
  /** Whether a row may name an operator's number that nobody registered; not unless it says so. */
  allowUnregisteredOperators: z.boolean().optional(),
  /** Whether a caller whom the table does not hold gets a row; not unless it says so. */
  attachUnknownCallers: z.boolean().optional(),
  /**
   * What customers are called on the pages and in the operator's ear; `{column}` is replaced by the row's
   * column. Empty: by the columns that tables call names.
   */
  whisper: z.string().max(300).default(''),
  /** The columns that the card shows, in this order; the others are folded away. All of them unless set. */
  cardColumns: z.array(z.string().min(1).max(255)).max(100).optional(),
  /**
   * The customer's page in other software, which operators open from the card: https, `{column}` is the row's
   * column, and `{task}` and `{Id}` name the row.
   */
  cardUrl: z.string().max(1000).refine(isCardUrl, withSentence(taskSentences.cardUrl)).optional(),
  language: z.enum(languages).default(fallbackLanguage),
  /**
   * The text (SMS) by which a supervisor apologises for a call that was not made, by language; without one
   * there is none. `{column}` is the row's column, `{promised_date}` and `{promised_time}` what was promised.
   */
  apologyText: z.partialRecord(z.enum(languages), z.string().trim().min(1).max(1000)).optional(),
  voice: z.string().max(80).optional(),
  /** The script that leads the conversation; without one there is no form and no keypad dialog. */
  script: scriptId.optional(),
  /** Why nothing is dialled for the task at present; absent while it runs. */
  paused: z.string().max(300).optional(),
});
export type Task = z.infer<typeof taskSchema>;

const address = z
  .string()
  .max(255)
  .refine((it) => toAddress(it, 'ZZ') === it, withSentence(taskSentences.address))
  .refine(isDialled, withSentence(taskSentences.sipEdge));

export const operatorSchema = z.object({
  id: operatorId,
  name: z.string().min(1).max(200),
  /** Where they can be rung: E.164, `client:name` or `sip:user@domain`. */
  addresses: z.array(address).min(1).max(10),
  /** The one of their addresses where they are rung now; the first one unless they chose another. */
  at: address.optional(),
  away: z.boolean().default(false),
  /** Why they are away; empty where they did not say. */
  awayReason: z.string().max(60).optional(),
  /** Since when they are away, or are back; milliseconds since 1970. */
  awaySince: z.number().int().optional(),
  /** Does not work here any more; the addresses are remembered, so that what was promised for them is found. */
  gone: z.boolean().default(false),
  /** What their role became when it was last changed here. */
  role: z.enum(roles).optional(),
  /** When that was; milliseconds since 1970. */
  roleChangedAt: z.number().int().optional(),
  /** The task that their own calls are attached to; the first that lists them unless they chose another. */
  currentTask: taskId.optional(),
  /** Of the PIN with which they dial in; never the PIN itself. */
  pinHash: z.string().max(200).optional(),
});
export type Operator = z.infer<typeof operatorSchema>;

export const accountSchema = z.object({
  /** New calls a second that Twilio starts for the account; null sets no limit. */
  callsPerSecond: z.number().min(0.1).max(1000).nullable().default(1),
  /** Who let two calls ring and has no desk open is rung again after so long; 15 unless set. */
  tryAgainMinutes: whole('tryAgainMinutes', 1, 1440).optional(),
  /** Why operators may be away, in the order in which that is offered; the usual reasons unless set. */
  awayReasons: z.array(z.string().trim().min(1).max(60)).max(20).optional(),
  /** The only countries that any task may call; each task's own rule alone unless set. */
  allowedCountries: countryList.optional(),
  /** Whether calendars name customers and their numbers; not unless it says so. */
  calendarNames: z.boolean().optional(),
  /** Of the Twilio account, besides those at which operators are registered: `office.sip.twilio.com`. */
  sipDomains: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9.-]+$/)
        .max(255),
    )
    .max(20)
    .optional(),
});
export type Account = z.infer<typeof accountSchema>;
