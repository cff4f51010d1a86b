import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { z } from 'zod';
import { localSignIn, type SignIn } from './sign-in.ts';

/** What differs between deployments. `-c name=value` on the command line overrides a stage's own. */
export interface Settings {
  /** Names the deployment; part of the stack's name and of the parameters' path. */
  stage: string;
  /** Where Twilio reaches the webhooks, when not at API Gateway's own address. No slash at the end. */
  publicBaseUrl?: string | undefined;
  /** Who signs the console's tokens. Without it the stack has no console API: nothing of it is reachable. */
  signIn?: SignIn | undefined;
  /** How many calls are prepared at once; each takes a second or two. */
  callsAtOnce: number;
  logRetentionDays: number;
}

type StageSettings = Partial<Omit<Settings, 'stage'>>;

const stages: Record<string, StageSettings> = {
  prod: { logRetentionDays: 90 },
  staging: { callsAtOnce: 10 },
  local: { signIn: localSignIn },
};

/** What was expected, and what came. */
const must = (expectation: string) => ({
  error: ({ input }: { input?: unknown }) => `${expectation}, got ${input}`,
});

/** From the command line, numbers come as texts. */
const wholeNumber = (expectation: string, fits: (given: number) => boolean) =>
  z
    .union([z.number(), z.string()])
    .refine((it) => Number.isInteger(Number(it)) && fits(Number(it)), must(expectation))
    .transform(Number);

/** Twilio refuses host names with an underscore. */
const httpsAddress = (name: string) =>
  z
    .string()
    .regex(
      /^https:\/\/[^\s/?#_]+(\/[^\s?#]*[^\s?#/])?$/,
      must(`${name} must be an https address without a slash at the end`),
    );

const retentions = Object.values(RetentionDays).filter((it) => Number(it) > 0 && Number(it) < 9999);

const schema = z.object({
  stage: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{0,15}$/,
      must('stage must be 1–16 small letters, digits or hyphens, beginning with a letter'),
    ),
  publicBaseUrl: httpsAddress('publicBaseUrl').optional(),
  signIn: z
    .object({
      issuer: httpsAddress('signInIssuer'),
      audience: z.string().min(1, 'signInAudience must be a client id, got nothing'),
    })
    .optional(),
  /** Lambda's own bounds for the `MaximumConcurrency` of a queue. */
  callsAtOnce: wholeNumber('callsAtOnce must be 2–1000', (it) => it >= 2 && it <= 1000).default(
    100,
  ),
  logRetentionDays: wholeNumber(`logRetentionDays must be one of ${retentions.join(', ')}`, (it) =>
    retentions.includes(it),
  ).default(RetentionDays.ONE_MONTH),
});

/** Looks a name up that was given on the command line or in cdk.json. */
export type Context = (name: string) => unknown;

/**
 * The settings of the stage that the context names, `prod` unless it names another.
 *
 * @throws an Error whose message says for each wrong value what was expected
 */
export function readSettings(context: Context): Settings {
  const stage = String(context('stage') ?? 'prod');
  const parsed = schema.safeParse({ stage, ...stages[stage], ...overrides(context) });
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ message }) => message).join('; '));
}

function overrides(context: Context): Record<string, unknown> {
  const given = {
    publicBaseUrl: context('publicBaseUrl'),
    signIn: signInOf(context('signInIssuer'), context('signInAudience')),
    callsAtOnce: context('callsAtOnce'),
    logRetentionDays: context('logRetentionDays'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function signInOf(issuer: unknown, audience: unknown): unknown {
  if (issuer === undefined && audience === undefined) return undefined;
  if (issuer !== undefined && audience !== undefined) return { issuer, audience };
  throw new Error('signInIssuer and signInAudience belong together: give both, or neither');
}
