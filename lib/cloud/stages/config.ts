import type { z } from 'zod';
import { local } from './local.ts';
import { prod } from './prod.ts';
import type { CenterConfig, StageConfig } from './stage-config.ts';
import { type CompleteStageConfig, stageConfigSchema } from './stage-schema.ts';
import { staging } from './staging.ts';

/** Every stage has a file of its own in `stages/`. `-c name=value` on the command line overrides it. */
const stages: Record<string, StageConfig> = { prod, staging };

/** What one machine plays cannot be deployed. */
const playedStages: Record<string, StageConfig> = { ...stages, local };

/** What differs between deployments. */
export type Config = CompleteStageConfig & { stage: string };

/** What was given on the command line or in cdk.json. */
export type Context = Readonly<Record<string, unknown>>;

export type Purpose = 'deploy' | 'play';

/**
 * The configuration of the stage that the context names, `prod` unless it names another.
 *
 * @throws an Error whose message says for each wrong value what was expected
 */
export function readConfig(context: Context, purpose: Purpose = 'deploy'): Config {
  const unknown = unknownNames(context);
  if (unknown.length > 0) throw new Error(unknownSettings(unknown));
  const stage = String(context.stage ?? 'prod');
  const own = (purpose === 'play' ? playedStages : stages)[stage];
  if (own === undefined) throw new Error(unknownStage(stage));
  return completeConfig({ ...own, ...overrides(context), stage });
}

/** Whatever a stage may be called: its name is part of others, also of a host's. */
const stageNames = /^[a-z][a-z0-9-]{0,30}$/;

/**
 * The configuration with what it leaves to its defaults.
 *
 * @throws an Error whose message says for each wrong value what was expected
 */
export function completeConfig({ stage, ...given }: CenterConfig): Config {
  if (!stageNames.test(stage)) {
    throw new Error(
      `stage must be 1–31 small letters, digits or hyphens, a letter first, got ${stage}`,
    );
  }
  const parsed = stageConfigSchema.safeParse(given);
  if (!parsed.success) throw new Error(parsed.error.issues.map(sentenceOf).join('; '));
  const config = { stage, ...parsed.data };
  const contradictions = contradictionsIn(config);
  if (contradictions.length > 0) throw new Error(contradictions.join('; '));
  return config;
}

function unknownStage(stage: string): string {
  const known = Object.keys(stages).join(', ');
  return `stage must be one of ${known}, got ${stage}; a new one is a file in lib/cloud/stages, listed in lib/cloud/stages/config.ts`;
}

/** CDK's own have a prefix, or look up what an account holds. */
const ofCdk = /^(@|aws:|aws-cdk:|cdk[-:]|[a-z-]+:)/;

function unknownNames(context: Context): string[] {
  const known = new Set<string>(['stage', ...simpleNames, ...composedNames]);
  return Object.keys(context).filter((name) => !known.has(name) && !ofCdk.test(name));
}

function unknownSettings(names: string[]): string {
  const known = [...simpleNames, ...composedNames].join(', ');
  return `-c ${names.join(', ')} is no setting; there are stage, ${known}`;
}

function sentenceOf({ code, path, message, ...issue }: z.core.$ZodIssue): string {
  if (code !== 'unrecognized_keys') return message;
  const keys = 'keys' in issue ? issue.keys.join(', ') : '';
  return `${[...path, keys].join('.')} is no setting: lib/cloud/stages/stage-config.ts lists them`;
}

function overrides(context: Context): Record<string, unknown> {
  const given = {
    ...Object.fromEntries(simpleNames.map((name) => [name, context[name]])),
    apiDomain: domainOf(context, 'apiDomain', 'apiCertificateArn'),
    consoleDomain: domainOf(context, 'consoleDomain', 'consoleCertificateArn'),
    signIn: signInOf(context.signInIssuer, context.signInAudience),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const simpleNames = [
  'account',
  'region',
  'publicBaseUrl',
  'publicBaseUrls',
  'apologiesAt',
  'console',
  'twilioRegion',
  'twilioEdge',
  'language',
  'secondFactor',
  'signInDomainPrefix',
  'events',
  'testCall',
  'monitoring',
  'alarmEmail',
  'runbookUrl',
  'shift',
  'monthlyBudget',
  'voiceConcurrency',
  'callsAtOnce',
  'keepAttemptsDays',
  'keepFormsDays',
  'keepStoriesDays',
  'logRetentionDays',
] as const;

/** Two of them make one setting. */
const composedNames = [
  'apiDomain',
  'apiCertificateArn',
  'consoleDomain',
  'consoleCertificateArn',
  'signInIssuer',
  'signInAudience',
] as const;

function domainOf(context: Context, name: string, certificate: string): unknown {
  const [domainName, certificateArn] = [context[name], context[certificate]];
  if (domainName === undefined && certificateArn === undefined) return undefined;
  return { domainName, certificateArn };
}

function signInOf(issuer: unknown, audience: unknown): unknown {
  if (issuer === undefined && audience === undefined) return undefined;
  if (issuer !== undefined && audience !== undefined) return { issuer, audience };
  throw new Error('signInIssuer and signInAudience belong together: give both, or neither');
}

/** What is good by itself and makes no sense together. */
function contradictionsIn(config: Config): string[] {
  const { console, signIn, apiDomain, region } = config;
  const certificateRegion = apiDomain?.certificateArn.split(':')[3];
  const found = [
    config.publicBaseUrl &&
      apiDomain &&
      'publicBaseUrl and apiDomain exclude each other: the domain is the public address',
    apiDomain &&
      region &&
      certificateRegion !== region &&
      `apiDomain needs a certificate in ${region}, got one in ${certificateRegion}`,
    config.consoleDomain &&
      console !== 'hosted' &&
      `consoleDomain needs console hosted, got ${console}`,
    config.apologiesAt &&
      console === 'hosted' &&
      'apologiesAt is for pages that the stack does not host, got console hosted',
    config.stage !== 'local' &&
      config.events !== 'none' &&
      config.events.webhooks.some(({ url }) => url.startsWith('http:')) &&
      'a webhook’s url must be an https address: EventBridge calls no other',
    console === 'api' &&
      !signIn &&
      'console api needs signIn: pages that you serve yourself bring their own identity provider',
    console === 'hosted' &&
      signIn &&
      !(signIn.authorize && signIn.token) &&
      'console hosted needs signIn.authorize and signIn.token, the addresses to which the pages go',
  ];
  return found.filter((it) => typeof it === 'string');
}
