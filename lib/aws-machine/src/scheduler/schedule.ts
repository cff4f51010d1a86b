import { z } from 'zod';
import { AwsError } from '../base/aws-error.ts';
import { parseExpression } from './schedule-expression.ts';

const namePattern = /^[0-9a-zA-Z-_.]+$/;
const tokenPattern = /^[a-zA-Z0-9-_]+$/;
const roleArnPattern = /^arn:aws(-[a-z]+)?:iam::\d{12}:role\/[\w+=,.@/-]+$/;

const mostInputBytes = 256 * 1024;
const mostRetries = 185;
const longestEventAgeSeconds = 86_400;

function text(longest: number, pattern?: RegExp) {
  const bounded = z.string().min(1, tooShort(1)).max(longest, tooLong(longest));
  return pattern ? bounded.regex(pattern, mustMatch(pattern)) : bounded;
}

const tooShort = (least: number) => `Member must have length greater than or equal to ${least}`;
const tooLong = (longest: number) => `Member must have length less than or equal to ${longest}`;
const mustMatch = (pattern: RegExp) =>
  `Member must satisfy regular expression pattern: ${pattern.source}`;

export const scheduleName = text(64, namePattern);

const target = z.strictObject({
  Arn: text(1600),
  RoleArn: text(1600, roleArnPattern),
  Input: z.string().optional(),
  DeadLetterConfig: z.strictObject({ Arn: z.string().optional() }).optional(),
  RetryPolicy: z
    .strictObject({
      MaximumEventAgeInSeconds: z.number().min(60).max(longestEventAgeSeconds).optional(),
      MaximumRetryAttempts: z.number().min(0).max(mostRetries).optional(),
    })
    .default({}),
  SqsParameters: z.strictObject({ MessageGroupId: text(128).optional() }).optional(),
});

export type ScheduleTarget = z.infer<typeof target>;

const schedule = z.strictObject({
  Name: scheduleName,
  GroupName: scheduleName.default('default'),
  ScheduleExpression: text(256),
  ScheduleExpressionTimezone: text(50).default('UTC'),
  Description: z.string().max(512, tooLong(512)).optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  FlexibleTimeWindow: z.strictObject({
    Mode: z.enum(['OFF', 'FLEXIBLE']),
    MaximumWindowInMinutes: z.number().min(1).max(1440).optional(),
  }),
  StartDate: z.number().optional(),
  EndDate: z.number().optional(),
  ClientToken: text(64, tokenPattern).optional(),
  Target: target,
});

export type Schedule = Omit<z.infer<typeof schedule>, 'ClientToken'>;

/**
 * Parses what CreateSchedule and UpdateSchedule take. What is left out returns to its default, in
 * an update too. Throws `ValidationException`.
 * https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
export function parseSchedule(input: unknown): Schedule {
  const { ClientToken: _, ...parsed } = parseStrictly(schedule, input);
  const expression = parseExpression(parsed.ScheduleExpression, parsed.ScheduleExpressionTimezone);
  assertTarget(parsed.Target);
  const isLimited = parsed.StartDate !== undefined || parsed.EndDate !== undefined;
  if (expression.kind === 'every' && isLimited) {
    throw refusal('The local Scheduler does not play StartDate and EndDate.');
  }
  return parsed;
}

/** Parses with a schema; every fault is told as AWS tells it. */
export function parseStrictly<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => {
    const value = JSON.stringify(path.reduce<unknown>(member, input)) ?? 'null';
    return `Value ${value} at '${path.map(memberName).join('.')}' failed to satisfy constraint: ${message}`;
  });
  const count = `${faults.length} validation error${faults.length === 1 ? '' : 's'} detected`;
  throw refusal(`${count}: ${faults.join('; ')}`);
}

function member(value: unknown, key: PropertyKey): unknown {
  return (value as Record<PropertyKey, unknown> | undefined)?.[key];
}

function memberName(key: PropertyKey): string {
  const name = String(key);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function assertTarget({ Arn, Input }: ScheduleTarget): void {
  const service = Arn.split(':')[2];
  if (service !== 'lambda' && service !== 'sqs') {
    throw refusal(`The local Scheduler plays targets in Lambda and SQS only, got ${Arn}.`);
  }
  if (Input !== undefined && Buffer.byteLength(Input) > mostInputBytes) {
    throw refusal(
      `Input must be at most ${mostInputBytes} bytes, got ${Buffer.byteLength(Input)}.`,
    );
  }
  if (service === 'lambda' && Input !== undefined && !isJson(Input)) {
    throw refusal('The Input of a Lambda target must be well-formed JSON.');
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function refusal(message: string): AwsError {
  return new AwsError('ValidationException', message);
}
