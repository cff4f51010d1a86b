import type { Language } from '../../../lambdas/domain/basics/language.ts';
import type { EventType } from '../../../lambdas/domain/events/event-types.ts';
import type { VoiceEdge, VoiceRegion } from '../../../lambdas/ports/calls/voice-regions.ts';

/**
 * What a stage's file may say, and who embeds the construct in an app of theirs. It imports types alone, so
 * that it can be read without the libraries that check it: the rules are in `stage-schema.ts`.
 */
export interface StageConfig {
  /** Where it is deployed; without them, where the AWS credentials of the command point to. */
  account?: string | undefined;
  region?: string | undefined;
  /** Where Twilio reaches the webhooks, when a gateway of yours stands before API Gateway. */
  publicBaseUrl?: string | undefined;
  /** Addresses besides that one, or the domain: those of calls that began before it was put there. */
  publicBaseUrls?: string[] | undefined;
  /** The domain of the webhooks and of the HTTP API; its certificate is in the stack's region. */
  apiDomain?: DomainConfig | undefined;
  /** `hosted`, unless set: pages on CloudFront; `api`: the API for pages that you serve yourself; `none`. */
  console?: 'hosted' | 'api' | 'none' | undefined;
  /**
   * Where you serve the files `sorry-….xml` of the pages, when the stack does not host them; `api` where
   * they stand at the address of the API.
   */
  apologiesAt?: string | undefined;
  /** The domain of the pages; its certificate is in us-east-1. */
  consoleDomain?: DomainConfig | undefined;
  /** The pages' language for those who chose none. */
  language?: Language | undefined;
  /** Where Twilio handles the calls (`us1`); the credentials are of that region. */
  twilioRegion?: VoiceRegion | undefined;
  /** By which browser phones get to Twilio; the nearest, unless a firewall lets them through to one alone. */
  twilioEdge?: VoiceEdge | undefined;
  /** The Twilio account's SIP domains: a row may name desk phones at these, and at no other account's. */
  sipDomains?: string[] | undefined;
  /** How tasks are filled in that leave something out (`safe`): `open` lets rows name any operator, and callers in. */
  newTasks?: 'safe' | 'open' | undefined;
  /** An identity provider of your own, in place of a Cognito user pool. */
  signIn?: SignInConfig | undefined;
  /** `required`: managed login leads everybody through it; `optional`, unless set: it asks those who have one. */
  secondFactor?: 'optional' | 'required' | undefined;
  /** Of the sign-in pages' address, unique in its region; else it carries the account's number. */
  signInDomainPrefix?: string | undefined;
  /** A bus on which other software hears what happens, and addresses that are called; or `none`, unless set. */
  events?: EventConfig | 'none' | undefined;
  /** A call to a number of your own by the clock, and an alarm where it does not ring; none unless set. */
  testCall?: TestCallConfig | undefined;
  /** `full`, unless set: alarms and a dashboard, which costs $3 a month where the free ones are used up. */
  monitoring?: 'full' | 'alarms' | 'none' | undefined;
  /** Gets alarms; AWS asks there first whether they are wanted. */
  alarmEmail?: string | undefined;
  /** Where the runbook is read: the articles' anchors are put behind it. */
  runbookUrl?: string | undefined;
  /**
   * How calls go over to the next version of a function: a tenth of them for a quarter of an hour
   * (`canary`), another tenth every three minutes (`linear`), or, unless set, all of them (`at-once`).
   */
  shift?: 'canary' | 'linear' | 'at-once' | undefined;
  /** In US dollars: `alarmEmail` is told when the account's bill of a month gets there. */
  monthlyBudget?: number | undefined;
  /** Functions that are kept for the voice; AWS leaves at least 100 of the account's to the others. */
  voiceConcurrency?: number | undefined;
  /** How many calls are prepared at once (100), each a second or two; Lambda's own bounds for a queue. */
  callsAtOnce?: number | undefined;
  /** How long calls, and what was said in them, are kept; for good, if not set. Promises and budgets look back a month. */
  keepAttemptsDays?: number | undefined;
  keepFormsDays?: number | undefined;
  /** What happened to rows, and the figures of reports (400). */
  keepStoriesDays?: number | undefined;
  /** One of CloudWatch's own numbers of days (30). */
  logRetentionDays?: number | undefined;
}

/** An own domain: its certificate is made in AWS Certificate Manager first. */
export interface DomainConfig {
  domainName: string;
  certificateArn: string;
  /** The Route 53 zone that gets the name; without it the name is entered by hand at its registrar. */
  hostedZone?: { id: string; name: string } | undefined;
}

export interface SignInConfig {
  /** Letter by letter as it stands in tokens: Auth0's ends with a slash. */
  issuer: string;
  audience: string;
  /** Of the pages; `audience`, unless the provider tells an API from who asks it (Okta, Auth0, Entra). */
  clientId?: string | undefined;
  scope?: string | undefined;
  /** May hold a query, such as Auth0's `?audience=…`. */
  authorize?: string | undefined;
  token?: string | undefined;
  logout?: string | undefined;
  /** Whose value is a person's id in the directory: `preferred_username`, `sub`, … */
  userClaim?: string | undefined;
  /** What is taken off its end: `@example.com`. Who has another end is nobody. */
  userSuffix?: string | undefined;
  /** `groups`, `roles`, `realm_access.roles`, `https://example.com/roles`, … */
  groupsClaim?: string | undefined;
  operatorGroup?: string | undefined;
  leadGroup?: string | undefined;
  viewerGroup?: string | undefined;
  supervisorGroup?: string | undefined;
}

/** The row that orders it. Its task is one of its own: neither desks nor reports are told of it. */
export interface TestCallConfig {
  task: string;
  Id: number;
  /** How often (60): 15–360. */
  everyMinutes?: number | undefined;
}

export interface EventConfig {
  /** `personal`: numbers, names and free texts go along; `impersonal`, unless set. */
  tell?: 'personal' | 'impersonal' | undefined;
  webhooks?: WebhookConfig[] | undefined;
}

export interface WebhookConfig {
  name: string;
  /** EventBridge calls https alone. */
  url: string;
  /** All of them unless it names some. */
  events?: EventType[] | undefined;
  /** The name of the secret in Secrets Manager whose value is sent along. */
  secret: string;
  /** In which header: `Authorization`, with `Bearer …` as the secret's value, or one of your own. */
  header?: string | undefined;
  /** At most (300). */
  perSecond?: number | undefined;
}

/** The configuration of one call centre. */
export interface CenterConfig extends StageConfig {
  /** Its name: part of the path of the Twilio credentials in Parameter Store. */
  stage: string;
}
