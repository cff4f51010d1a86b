import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { z } from 'zod';
import { languages } from '../../../lambdas/domain/basics/language.ts';
import { newTaskKinds } from '../../../lambdas/domain/task/new-tasks.ts';
import { taskIdPattern } from '../../../lambdas/domain/task/task-id.ts';
import { voiceEdges, voiceRegions } from '../../../lambdas/ports/calls/voice-regions.ts';
import { eventsSetting } from './event-settings.ts';
import type { StageConfig } from './stage-config.ts';

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

/** The rule of every setting; what each means is said in `StageConfig`. */
const rules = {
  account: fitting(/^\d{12}$/, 'account must be twelve digits').optional(),
  region: fitting(/^[a-z]{2}(-[a-z]+)+-\d$/, 'region must be one like eu-west-2').optional(),
  publicBaseUrl: httpsAddress('publicBaseUrl').optional(),
  publicBaseUrls: z
    .preprocess(
      (given) => (typeof given === 'string' ? given.split(',') : given),
      z.array(httpsAddress('publicBaseUrls')).max(3),
    )
    .default([]),
  apiDomain: ownDomain('apiDomain', anyRegion).optional(),
  console: z
    .enum(['hosted', 'api', 'none'], must('console must be hosted, api or none'))
    .default('hosted'),
  apologiesAt: z.union([z.literal('api'), httpsAddress('apologiesAt')]).optional(),
  consoleDomain: ownDomain('consoleDomain', cloudFrontsRegion).optional(),
  language: z.enum(languages, must(`language must be ${languages.join(' or ')}`)).optional(),
  twilioRegion: z
    .enum(voiceRegions, must(`twilioRegion must be one of ${voiceRegions.join(', ')}`))
    .default('us1'),
  twilioEdge: z
    .enum(voiceEdges, must(`twilioEdge must be one of ${voiceEdges.join(', ')}`))
    .default('roaming'),
  sipDomains: z
    .array(
      fitting(/^[a-z0-9-]+\.sip\.twilio\.com$/, 'sipDomains must be such as office.sip.twilio.com'),
    )
    .default([]),
  newTasks: z
    .enum(newTaskKinds, must(`newTasks must be ${newTaskKinds.join(' or ')}`))
    .default('safe'),
  signIn: z
    .strictObject({
      issuer: fitting(
        /^https:\/\/[^\s/?#_]+(\/[^\s?#]*)?$/,
        'signIn.issuer must be an https address as it stands in tokens',
      ),
      audience: z.string().min(1, 'signIn.audience must be a client id, got nothing'),
      clientId: z.string().min(1).optional(),
      scope: z.string().min(1).optional(),
      authorize: fitting(
        /^https:\/\/[^\s#]+$/,
        'signIn.authorize must be an https address',
      ).optional(),
      token: httpsAddress('signIn.token').optional(),
      logout: httpsAddress('signIn.logout').optional(),
      userClaim: z.string().min(1).optional(),
      userSuffix: z.string().min(1).optional(),
      groupsClaim: z.string().min(1).optional(),
      operatorGroup: z.string().min(1).optional(),
      leadGroup: z.string().min(1).optional(),
      viewerGroup: z.string().min(1).optional(),
      supervisorGroup: z.string().min(1).optional(),
    })
    .optional(),
  secondFactor: z
    .enum(['optional', 'required'], must('secondFactor must be optional or required'))
    .default('optional'),
  signInDomainPrefix: fitting(
    /^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'signInDomainPrefix must be 1–63 small letters, digits or hyphens, without aws, amazon or cognito',
  ).optional(),
  events: eventsSetting,
  testCall: z
    .strictObject(
      {
        task: fitting(taskIdPattern, 'testCall.task must be the id of a task'),
        Id: wholeNumber('testCall.Id must be the Id of a row, 1 or more', (it) => it >= 1),
        everyMinutes: wholeNumber(
          'testCall.everyMinutes must be 15–360',
          (it) => it >= 15 && it <= 360,
        ).default(60),
      },
      must('testCall must be an object with task and Id'),
    )
    .optional(),
  monitoring: z
    .enum(['full', 'alarms', 'none'], must('monitoring must be full, alarms or none'))
    .default('full'),
  alarmEmail: fitting(
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    'alarmEmail must be an e-mail address',
  ).optional(),
  runbookUrl: fitting(
    /^(https:\/\/\S+|lib\/cloud\/runbook\.md)$/,
    'runbookUrl must be an https address',
  ).default('lib/cloud/runbook.md'),
  shift: z
    .enum(['canary', 'linear', 'at-once'], must('shift must be canary, linear or at-once'))
    .default('at-once'),
  monthlyBudget: wholeNumber(
    'monthlyBudget must be 1-1000000',
    (it) => it >= 1 && it <= 1e6,
  ).optional(),
  voiceConcurrency: wholeNumber(
    'voiceConcurrency must be 1-900',
    (it) => it >= 1 && it <= 900,
  ).optional(),
  callsAtOnce: wholeNumber('callsAtOnce must be 2–1000', (it) => it >= 2 && it <= 1000).default(
    100,
  ),
  keepAttemptsDays: keptDays('keepAttemptsDays').optional(),
  keepFormsDays: keptDays('keepFormsDays').optional(),
  keepStoriesDays: keptDays('keepStoriesDays').default(400),
  logRetentionDays: wholeNumber(`logRetentionDays must be one of ${retentions.join(', ')}`, (it) =>
    retentions.includes(it),
  ).default(RetentionDays.ONE_MONTH),
} satisfies Record<keyof StageConfig, z.ZodType>;

export const stageConfigSchema = z.strictObject(rules);

/** What a stage comes to, with what it left to its default. */
export type CompleteStageConfig = z.output<typeof stageConfigSchema>;
export type TestCall = NonNullable<CompleteStageConfig['testCall']>;
export type OwnDomain = NonNullable<CompleteStageConfig['apiDomain']>;
