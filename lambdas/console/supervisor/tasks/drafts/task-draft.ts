import { fallbackLanguage } from '../../../../domain/basics/language.ts';
import { ordinaryKinds } from '../../../../domain/basics/number-kind.ts';
import { retryDefaults } from '../../../../domain/task/retry-seconds.ts';
import { ruleDefaults } from '../../../../domain/task/rule-defaults.ts';
import { carefulRules, type PresetRules } from '../../../../domain/task/rule-presets.ts';
import type { Task } from '../../../../domain/task/task.ts';
import { ownZone } from '../../../words/times.ts';
import { numberIn } from '../../number-in.ts';
import { holidaysIn, holidayText } from '../holidays/holiday-text.ts';
import { type ApologyDraft, apologyOf, bodyOfApology } from './apology-draft.ts';
import { bodyOfDesk, type DeskDraft, deskOf } from './desk-draft.ts';
import { bodyOfMessage, type MessageDraft, messageOf } from './message-draft.ts';
import { bodyOfRecording, type RecordingDraft, recordingDraftOf } from './recording-draft.ts';

/** A task as a form holds it: numbers are texts until the server has judged them. */
export interface TaskDraft {
  id: string;
  title: string;
  script: string;
  whisper: string;
  language: Task['language'];
  voice: string;
  afterDisconnect: Task['afterDisconnect'];
  callerId: string;
  country: string;
  timeZone: string;
  attachCalls: boolean;
  detectMachines: boolean;
  operators: readonly string[];
  /** Their ids, apart by spaces. */
  leads: string;
  /** By language; empty where there is none. */
  apology: ApologyDraft;
  /** By ISO weekday, 1 to 7; undefined: at any hour. */
  hours: Hours | undefined;
  /** Empty sets no limit. */
  limits: Record<LimitField, string>;
  /** Dates, one a line. */
  holidays: string;
  wishColumn: string;
  /** Empty: never. */
  releaseAfterMinutes: string;
  reach: Reach;
  desk: DeskDraft;
  message: MessageDraft;
  recording: RecordingDraft;
  /** No field shows these: they are sent back as they came. */
  unshown: Pick<Task, (typeof unshownFields)[number]>;
  numbers: Record<NumberField, string>;
}

export type Hours = Readonly<Partial<Record<Weekday, readonly Window[]>>>;
export type Weekday = keyof NonNullable<Task['callingHours']>;
export type Window = readonly [from: string, until: string];

export const weekdays: readonly Weekday[] = ['1', '2', '3', '4', '5', '6', '7'];

/** Where the task may call, and who may call through it. */
interface Reach {
  /** Their codes, apart by spaces; empty: the task's own country. */
  countries: string;
  kinds: Task['allowedKinds'];
  allowUnregisteredOperators: boolean;
  attachUnknownCallers: boolean;
}

const unshownFields = ['retryGrowth', 'retryJitter', 'legalHours'] as const;

export const paceFields = [
  'ringAheadSeconds',
  'operatorRingSeconds',
  'customerRingSeconds',
  'operatorRetrySeconds',
  'wrapUpSeconds',
  'graceSeconds',
] as const;

export const limitFields = [
  'maxAttemptsPerDay',
  'maxAttemptsPer24Hours',
  'maxAttemptsPerWeek',
  'maxAttemptsPerNumber',
] as const;

export type LimitField = (typeof limitFields)[number];

export const attemptFields = [
  'maxAttempts',
  'retrySeconds.busy',
  'retrySeconds.declined',
  'retrySeconds.noAnswer',
  'retrySeconds.failed',
  'retrySeconds.operatorHungUp',
  'retrySeconds.voicemail',
] as const;

export type NumberField = (typeof paceFields)[number] | (typeof attemptFields)[number];

/** What a new task begins with: careful rules; the rest are the domain's own defaults. */
export function newDraft(): TaskDraft {
  return draftOf({
    id: '',
    title: '',
    timeZone: ownZone,
    country: '',
    callerId: '',
    operators: [],
    attachCalls: true,
    detectMachines: false,
    afterDisconnect: 'finish',
    ringAheadSeconds: 15,
    operatorRingSeconds: 25,
    customerRingSeconds: 30,
    retrySeconds: retryDefaults,
    operatorRetrySeconds: 300,
    releaseAfterMinutes: 15,
    wrapUpSeconds: 30,
    graceSeconds: 3600,
    ...ruleDefaults,
    ...carefulRules,
    allowedCountries: null,
    allowedKinds: [...ordinaryKinds],
    whisper: '',
    language: fallbackLanguage,
  });
}

export function draftOf(task: Task): TaskDraft {
  const { id, title, whisper, language, afterDisconnect } = task;
  const { callerId, country, timeZone, attachCalls, operators } = task;
  const { releaseAfterMinutes, detectMachines = false } = task;

  return {
    ...{ id, title, whisper, language, afterDisconnect },
    ...{ callerId, country, timeZone, attachCalls, operators },
    detectMachines,
    leads: (task.leads ?? []).join(' '),
    unshown: unshownOf(task),
    reach: reachOf(task),
    desk: deskOf(task),
    message: messageOf(task),
    recording: recordingDraftOf(task),
    apology: apologyOf(task),
    script: task.script ?? '',
    voice: task.voice ?? '',
    hours: task.callingHours ?? undefined,
    limits: limitsOf(task),
    holidays: holidayText(task),
    wishColumn: task.wishColumn ?? '',
    releaseAfterMinutes: releaseAfterMinutes === null ? '' : String(releaseAfterMinutes),
    numbers: numbersOf(task),
  };
}

function reachOf(task: Task): Reach {
  const { allowedCountries, allowedKinds: kinds } = task;
  const { allowUnregisteredOperators = false, attachUnknownCallers = false } = task;
  const countries = (allowedCountries ?? []).join(' ');
  return { countries, kinds, allowUnregisteredOperators, attachUnknownCallers };
}

function bodyOfReach({ countries, kinds, ...permissions }: Reach): object {
  const codes = countries.split(/[\s,;]+/).filter((it) => it !== '');
  return {
    allowedCountries: codes.length === 0 ? null : codes,
    allowedKinds: kinds,
    ...permissions,
  };
}

function unshownOf(task: Task): TaskDraft['unshown'] {
  const given = Object.entries(task);
  const names: readonly string[] = unshownFields;
  return Object.fromEntries(given.filter(([name]) => names.includes(name))) as TaskDraft['unshown'];
}

function limitsOf(task: Pick<Task, LimitField>): Record<LimitField, string> {
  const texts = limitFields.map((name) => [name, String(task[name] ?? '')]);
  return Object.fromEntries(texts) as Record<LimitField, string>;
}

/** What the form changes to when a preset is chosen; a limit that it does not set is none. */
export function withPreset(draft: TaskDraft, rules: PresetRules): Partial<TaskDraft> {
  const { callingHours, legalHours, maxAttempts } = rules;
  return {
    hours: callingHours ?? undefined,
    unshown: { ...draft.unshown, legalHours },
    limits: limitsOf({ ...ruleDefaults, ...rules }),
    ...(maxAttempts !== undefined && {
      numbers: { ...draft.numbers, maxAttempts: String(maxAttempts) },
    }),
  };
}

function numbersOf(task: Task): Record<NumberField, string> {
  const { retrySeconds } = task;
  const paces = paceFields.map((name) => [name, String(task[name])] as const);
  const retries = Object.entries(retrySeconds).map(
    ([cause, seconds]) => [`retrySeconds.${cause}`, String(seconds)] as const,
  );
  const numbers = [...paces, ...retries, ['maxAttempts', String(task.maxAttempts)] as const];
  return Object.fromEntries(numbers) as Record<NumberField, string>;
}

/** What the API takes. Whether the task is paused is not the form's to say: the API keeps that. */
export function bodyOf(draft: TaskDraft): object {
  const {
    id: _,
    hours,
    numbers,
    script,
    voice,
    unshown,
    reach,
    desk,
    recording,
    apology,
    message,
    ...others
  } = draft;
  const { limits: __, holidays, wishColumn, leads, ...rest } = others;
  const retrySeconds: Record<string, unknown> = {};
  const paces: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(numbers)) {
    const [group, cause] = name.split('.');
    if (cause !== undefined) retrySeconds[cause] = numberIn(text);
    else if (group !== undefined) paces[group] = numberIn(text);
  }
  return {
    ...rest,
    ...unshown,
    ...bodyOfReach(reach),
    ...bodyOfDesk(desk),
    ...bodyOfRecording(recording),
    ...bodyOfApology(apology),
    ...bodyOfMessage(message),
    ...paces,
    retrySeconds,
    callingHours: hours ?? null,
    ...limitsIn(draft),
    ...holidaysIn(holidays),
    ...(wishColumn.trim() !== '' && { wishColumn: wishColumn.trim() }),
    releaseAfterMinutes: numberOrNone(draft.releaseAfterMinutes),
    ...(script !== '' && { script }),
    ...leadsIn(leads),
    ...(voice.trim() !== '' && { voice: voice.trim() }),
  };
}

function leadsIn(text: string): { leads?: string[] } {
  const leads = text.split(/[\s,;]+/).filter((it) => it !== '');
  return leads.length === 0 ? {} : { leads };
}

function numberOrNone(text: string): number | string | null {
  return text.trim() === '' ? null : numberIn(text);
}

function limitsIn({ limits }: TaskDraft): Record<string, unknown> {
  return Object.fromEntries(limitFields.map((name) => [name, numberOrNone(limits[name])]));
}
