import type { Told } from './domain/events/make-event.ts';
import { type NewTasks, newTaskKinds } from './domain/task/new-tasks.ts';
import {
  apiUrlOf,
  type VoicePlace,
  voiceEdges,
  voiceRegions,
} from './ports/calls/voice-regions.ts';

/**
 * What a function is told by its environment. Each group is read by the functions that need it,
 * when they start; what is missing or makes no sense stops them there, with the setting's name.
 */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Names the deployment in the log and in metrics. */
export function serviceName(environment: Environment): string {
  return required(environment, 'SERVICE_NAME');
}

export interface TableSettings {
  subscribers: string;
  attempts: string;
  locks: string;
  directory: string;
  /** How long a new attempt is kept; for good, if undefined. */
  keepAttemptsDays: number | undefined;
}

export function tableSettings(environment: Environment): TableSettings {
  return {
    ...deskSettings(environment),
    ...lockSettings(environment),
    attempts: required(environment, 'ATTEMPTS_TABLE'),
    keepAttemptsDays: days(environment, 'KEEP_ATTEMPTS_DAYS'),
  };
}

export function lockSettings(environment: Environment): Pick<TableSettings, 'locks'> {
  return { locks: required(environment, 'LOCKS_TABLE') };
}

/** The tables that people write. */
function deskSettings(environment: Environment): Pick<TableSettings, 'subscribers' | 'directory'> {
  return {
    subscribers: required(environment, 'SUBSCRIBERS_TABLE'),
    directory: required(environment, 'DIRECTORY_TABLE'),
  };
}

export function directorySettings(environment: Environment): Pick<TableSettings, 'directory'> {
  return { directory: required(environment, 'DIRECTORY_TABLE') };
}

interface FormSettings {
  forms: string;
  keepFormsDays: number | undefined;
}

/** What a form that is sent writes to. */
export function formSettings(
  environment: Environment,
): Pick<TableSettings, 'subscribers' | 'directory'> & FormSettings {
  return {
    ...deskSettings(environment),
    forms: required(environment, 'FORMS_TABLE'),
    keepFormsDays: days(environment, 'KEEP_FORMS_DAYS'),
  };
}

interface ViewSettings {
  views: string;
  subscribers: string;
  keepStoriesDays: number | undefined;
}

/** What desks look things up in. */
export function viewSettings(environment: Environment): ViewSettings {
  return {
    views: required(environment, 'VIEWS_TABLE'),
    keepStoriesDays: days(environment, 'KEEP_STORIES_DAYS'),
    subscribers: required(environment, 'SUBSCRIBERS_TABLE'),
  };
}

/** Which bus events are put on, and whether numbers, names and free texts go along. */
export function eventSettings(environment: Environment): { bus: string; told: Told } {
  const told = environment.EVENTS_TELL === 'personal' ? 'personal' : 'impersonal';
  return { bus: required(environment, 'EVENT_BUS'), told };
}

/** Where recordings are noted, and when they are to go. */
export function recordingSettings(environment: Environment): { attempts: string; views: string } {
  return {
    attempts: required(environment, 'ATTEMPTS_TABLE'),
    views: required(environment, 'VIEWS_TABLE'),
  };
}

/** How tasks are filled in that leave something out. */
export function newTasks({ NEW_TASKS }: Environment): NewTasks {
  const kind = newTaskKinds.find((it) => it === NEW_TASKS);
  if (kind !== undefined) return kind;
  throw new Error(`NEW_TASKS must be ${newTaskKinds.join(' or ')}, got ${NEW_TASKS ?? 'nothing'}`);
}

/** The row by which a number of one's own is called. */
export function testCallRow(environment: Environment): { task: string; Id: number } {
  const Id = Number(required(environment, 'TEST_CALL_ID'));
  return { task: required(environment, 'TEST_CALL_TASK'), Id };
}

/** The SIP domains of the Twilio account, where the stage names any. */
export function sipDomains({ TWILIO_SIP_DOMAINS = '' }: Environment): string[] {
  return TWILIO_SIP_DOMAINS.split(',').filter((it) => it !== '');
}

export interface DeskSocketSettings {
  connections: string;
  /** Where browsers open sockets. */
  address: string;
  /** Where the gateway takes what is to be told to them. */
  callbackUrl: string;
}

export function deskSocketSettings(environment: Environment): DeskSocketSettings {
  return {
    connections: connectionsTable(environment),
    address: required(environment, 'DESK_SOCKETS_URL'),
    callbackUrl: address(environment, 'DESK_SOCKETS_CALLBACK_URL'),
  };
}

export function connectionsTable(environment: Environment): string {
  return required(environment, 'CONNECTIONS_TABLE');
}

export function dialQueueUrl(environment: Environment): string {
  return address(environment, 'DIAL_QUEUE_URL');
}

export interface TimerSettings {
  group: string;
  /** The role with which Scheduler puts a timer's message on the dial queue. */
  roleArn: string;
  dialQueueArn: string;
  /** Gets what could not be put on the dial queue in time. */
  deadLettersArn: string;
}

export function timerSettings(environment: Environment): TimerSettings {
  return {
    group: required(environment, 'TIMER_GROUP'),
    roleArn: required(environment, 'TIMER_ROLE_ARN'),
    dialQueueArn: required(environment, 'DIAL_QUEUE_ARN'),
    deadLettersArn: required(environment, 'TIMER_DEAD_LETTERS_ARN'),
  };
}

export interface TwilioSettings {
  /** The path in Parameter Store under which the account's credentials stand. */
  parameters: string;
  /** Our own address as Twilio sees it, without a slash at its end. */
  publicBaseUrl: string;
  /** Others that Twilio may have been told, and signs its requests for. */
  moreBaseUrls: string[];
  /** Where what phones hear when we fail stands beside the pages; absent where nobody serves it. */
  apologyBaseUrl?: string;
  /** Twilio's, unless something else plays its part. */
  apiUrl: string;
}

export function twilioSettings(environment: Environment): TwilioSettings {
  const { TWILIO_BASE_URL, APOLOGY_BASE_URL } = environment;
  const [publicBaseUrl = '', ...moreBaseUrls] = addresses(environment, 'PUBLIC_BASE_URLS');
  return {
    parameters: withoutEndingSlash(required(environment, 'TWILIO_PARAMETERS')),
    publicBaseUrl,
    moreBaseUrls,
    ...(APOLOGY_BASE_URL && { apologyBaseUrl: address(environment, 'APOLOGY_BASE_URL') }),
    apiUrl: TWILIO_BASE_URL
      ? address(environment, 'TWILIO_BASE_URL')
      : apiUrlOf(voicePlace(environment).region),
  };
}

/** The US region by whichever edge is nearest, where the stage says nothing. */
export function voicePlace({ TWILIO_REGION, TWILIO_EDGE }: Environment): VoicePlace {
  return {
    region: oneOf(voiceRegions, 'TWILIO_REGION', TWILIO_REGION || 'us1'),
    edge: oneOf(voiceEdges, 'TWILIO_EDGE', TWILIO_EDGE || 'roaming'),
  };
}

function oneOf<Value extends string>(all: readonly Value[], name: string, given: string): Value {
  const found = all.find((it) => it === given);
  if (found !== undefined) return found;
  throw new Error(`${name} must be one of ${all.join(', ')}, got ${given}`);
}

/** How many days something is kept; undefined where it is kept as ever. */
function days(environment: Environment, name: string): number | undefined {
  const given = environment[name];
  if (given === undefined || given === '') return undefined;
  if (/^[1-9]\d{0,4}$/.test(given)) return Number(given);
  throw new Error(`${name} must be a whole number of days, got ${given}`);
}

function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (value) return value;
  throw new Error(`the environment must set ${name}, got nothing`);
}

function address(environment: Environment, name: string): string {
  return readAddress(name, required(environment, name));
}

/** With blanks between them; one at least. */
function addresses(environment: Environment, name: string): string[] {
  return required(environment, name)
    .split(' ')
    .map((value) => readAddress(name, value));
}

function readAddress(name: string, value: string): string {
  const { protocol } = URL.parse(value) ?? {};
  if (protocol === 'https:' || protocol === 'http:') return withoutEndingSlash(value);
  throw new Error(`${name} must be an http(s) address, got ${value}`);
}

function withoutEndingSlash(text: string): string {
  return text.replace(/\/+$/, '');
}
