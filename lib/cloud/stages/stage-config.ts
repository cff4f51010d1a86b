import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { z } from 'zod';
import { languages } from '../../../lambdas/domain/basics/language.ts';
import { newTaskKinds } from '../../../lambdas/domain/task/new-tasks.ts';
import { voiceEdges, voiceRegions } from '../../../lambdas/ports/calls/voice-regions.ts';
import { eventsSetting } from './event-settings.ts';

/** What was expected, and what came. */
const must = (expectation: string) => ({
  error: ({ input }: { input?: unknown }) => `${expectation}, got ${input ?? 'nothing'}`,
});

const fitting = (pattern: RegExp, expectation: string) =>
  z.string(must(expectation)).regex(pattern, must(expectation));

/** From the command line, numbers come as texts. */
const wholeNumber = (expectation: string, fits: (given: number) => boolean) =>
  z
    .union([z.number(), z.string()])
    .refine((it) => Number.isInteger(Number(it)) && fits(Number(it)), must(expectation))
    .transform(Number);

const keptDays = (name: string) =>
  wholeNumber(`${name} must be 30–36500`, (it) => it >= 30 && it <= 36_500);

/** Twilio refuses host names with an underscore. */
const httpsAddress = (name: string) =>
  fitting(
    /^https:\/\/[^\s/?#_]+(\/[^\s?#]*[^\s?#/])?$/,
    `${name} must be an https address without a slash at the end`,
  );

const retentions = Object.values(RetentionDays).filter((it) => Number(it) > 0 && Number(it) < 9999);

/** An own domain: its certificate is made in AWS Certificate Manager first. */
const ownDomain = (name: string, certificate: { pattern: RegExp; region: string }) =>
  z.strictObject({
    domainName: fitting(
      /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
      `${name} must be a domain name in small letters`,
    ),
    certificateArn: fitting(
      certificate.pattern,
      `${name} needs certificateArn, the ARN of its certificate in ${certificate.region}`,
    ),
    /** The Route 53 zone that gets the name; without it the name is entered by hand at its registrar. */
    hostedZone: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }).optional(),
  });

const anyRegion = {
  pattern: /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/\S+$/,
  region: 'the region of the stack',
};

/** CloudFront takes no other: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html */
const cloudFrontsRegion = {
  pattern: /^arn:aws:acm:us-east-1:\d{12}:certificate\/\S+$/,
  region: 'us-east-1 (CloudFront takes no other region)',
};

/** Every setting of a stage, with its rule. */
export const stageConfigSchema = z.strictObject({
  /** Where it is deployed; without them, where the AWS credentials of the command point to. */
  account: fitting(/^\d{12}$/, 'account must be twelve digits').optional(),
  region: fitting(/^[a-z]{2}(-[a-z]+)+-\d$/, 'region must be one like eu-west-2').optional(),
  /** Where Twilio reaches the webhooks, when a gateway of yours stands before API Gateway. */
  publicBaseUrl: httpsAddress('publicBaseUrl').optional(),
  /** Addresses besides that one, or the domain: those of calls that began before it was put there. */
  publicBaseUrls: z
    .preprocess(
      (given) => (typeof given === 'string' ? given.split(',') : given),
      z.array(httpsAddress('publicBaseUrls')).max(3),
    )
    .default([]),
  /** The domain of the webhooks and of the HTTP API. */
  apiDomain: ownDomain('apiDomain', anyRegion).optional(),
  /** `hosted`: pages on CloudFront; `api`: the API for pages that you serve yourself; `none`. */
  console: z
    .enum(['hosted', 'api', 'none'], must('console must be hosted, api or none'))
    .default('hosted'),
  /**
   * Where you serve the files `sorry-….xml` of the pages, when the stack does not host them; `api` where
   * they stand at the address of the API.
   */
  apologiesAt: z.union([z.literal('api'), httpsAddress('apologiesAt')]).optional(),
  consoleDomain: ownDomain('consoleDomain', cloudFrontsRegion).optional(),
  /** The pages' language for those who chose none. */
  language: z.enum(languages, must(`language must be ${languages.join(' or ')}`)).optional(),
  /** Where Twilio handles the calls; the credentials are of that region. */
  twilioRegion: z
    .enum(voiceRegions, must(`twilioRegion must be one of ${voiceRegions.join(', ')}`))
    .default('us1'),
  /** By which browser phones get to Twilio; the nearest, unless a firewall lets them through to one alone. */
  twilioEdge: z
    .enum(voiceEdges, must(`twilioEdge must be one of ${voiceEdges.join(', ')}`))
    .default('roaming'),
  /** The Twilio account's SIP domains: a row may name desk phones at these, and at no other account's. */
  sipDomains: z
    .array(
      fitting(/^[a-z0-9-]+\.sip\.twilio\.com$/, 'sipDomains must be such as office.sip.twilio.com'),
    )
    .default([]),
  /** How tasks are filled in that leave something out: `open` lets rows name any operator, and callers in. */
  newTasks: z
    .enum(newTaskKinds, must(`newTasks must be ${newTaskKinds.join(' or ')}`))
    .default('safe'),
  /** An identity provider of your own, in place of a Cognito user pool. */
  signIn: z
    .strictObject({
      /** Letter by letter as it stands in tokens: Auth0's ends with a slash. */
      issuer: fitting(
        /^https:\/\/[^\s/?#_]+(\/[^\s?#]*)?$/,
        'signIn.issuer must be an https address as it stands in tokens',
      ),
      audience: z.string().min(1, 'signIn.audience must be a client id, got nothing'),
      /** Of the pages; `audience`, unless the provider tells an API from who asks it (Okta, Auth0, Entra). */
      clientId: z.string().min(1).optional(),
      scope: z.string().min(1).optional(),
      /** May hold a query, such as Auth0's `?audience=…`. */
      authorize: fitting(
        /^https:\/\/[^\s#]+$/,
        'signIn.authorize must be an https address',
      ).optional(),
      token: httpsAddress('signIn.token').optional(),
      logout: httpsAddress('signIn.logout').optional(),
      /** Whose value is a person's id in the directory: `preferred_username`, `sub`, … */
      userClaim: z.string().min(1).optional(),
      /** What is taken off its end: `@example.com`. Who has another end is nobody. */
      userSuffix: z.string().min(1).optional(),
      /** `groups`, `roles`, `realm_access.roles`, `https://example.com/roles`, … */
      groupsClaim: z.string().min(1).optional(),
      operatorGroup: z.string().min(1).optional(),
      supervisorGroup: z.string().min(1).optional(),
    })
    .optional(),
  /** `required`: managed login leads everybody through it; `optional`: it asks those who have one. */
  secondFactor: z
    .enum(['optional', 'required'], must('secondFactor must be optional or required'))
    .default('optional'),
  /** Of the sign-in pages' address, unique in its region; else it carries the account's number. */
  signInDomainPrefix: fitting(
    /^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'signInDomainPrefix must be 1–63 small letters, digits or hyphens, without aws, amazon or cognito',
  ).optional(),
  /** A bus on which other software hears what happens, and addresses that are called; or `none`. */
  events: eventsSetting,
  /** `full`: alarms and a dashboard; the dashboard costs $3 a month where the free ones are used up. */
  monitoring: z
    .enum(['full', 'alarms', 'none'], must('monitoring must be full, alarms or none'))
    .default('full'),
  /** Gets alarms; AWS asks there first whether they are wanted. */
  alarmEmail: fitting(
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    'alarmEmail must be an e-mail address',
  ).optional(),
  /** Where the runbook is read: the articles' anchors are put behind it. */
  runbookUrl: fitting(/^https:\/\/\S+$/, 'runbookUrl must be an https address').default(
    'lib/cloud/runbook.md',
  ),
  /**
   * How calls go over to the next version of a function: a tenth of them for a quarter of an hour
   * (`canary`), another tenth every three minutes (`linear`), or all of them (`at-once`).
   */
  shift: z
    .enum(['canary', 'linear', 'at-once'], must('shift must be canary, linear or at-once'))
    .default('at-once'),
  /** In US dollars: `alarmEmail` is told when the account's bill of a month gets there. */
  monthlyBudget: wholeNumber(
    'monthlyBudget must be 1-1000000',
    (it) => it >= 1 && it <= 1e6,
  ).optional(),
  /** Functions that are kept for the voice; AWS leaves at least 100 of the account's to the others. */
  voiceConcurrency: wholeNumber(
    'voiceConcurrency must be 1-900',
    (it) => it >= 1 && it <= 900,
  ).optional(),
  /** How many calls are prepared at once, each a second or two; Lambda's own bounds for a queue. */
  callsAtOnce: wholeNumber('callsAtOnce must be 2–1000', (it) => it >= 2 && it <= 1000).default(
    100,
  ),
  /** How long calls, and what was said in them, are kept; for good, if not set. Promises and budgets look back a month. */
  keepAttemptsDays: keptDays('keepAttemptsDays').optional(),
  keepFormsDays: keptDays('keepFormsDays').optional(),
  /** What happened to rows, and the figures of reports. */
  keepStoriesDays: keptDays('keepStoriesDays').default(400),
  logRetentionDays: wholeNumber(`logRetentionDays must be one of ${retentions.join(', ')}`, (it) =>
    retentions.includes(it),
  ).default(RetentionDays.ONE_MONTH),
});

/** What a stage's file may say. */
export type StageConfig = z.input<typeof stageConfigSchema>;

/** What it comes to, with what it left to its default. */
export type CompleteStageConfig = z.output<typeof stageConfigSchema>;
export type OwnDomain = NonNullable<CompleteStageConfig['apiDomain']>;
