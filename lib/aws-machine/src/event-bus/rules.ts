import { z } from 'zod';
import { type EventPattern, eventPattern } from '../base/event-pattern.ts';
import { parseProperties } from '../template/parse-properties.ts';
import type { Stack, StackResource } from '../template/stack.ts';

const target = z.strictObject({
  Id: z.string(),
  Arn: z.string(),
  RoleArn: z.string().optional(),
  SqsParameters: z.strictObject({ MessageGroupId: z.string() }).optional(),
  HttpParameters: z.strictObject({}).optional(),
  DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
  RetryPolicy: z
    .strictObject({
      MaximumEventAgeInSeconds: z.coerce.number().optional(),
      MaximumRetryAttempts: z.coerce.number().optional(),
    })
    .default({}),
});

export type RuleTarget = z.infer<typeof target>;

const ruleProperties = z.object({
  EventBusName: z.string().default('default'),
  EventPattern: z.unknown(),
  ScheduleExpression: z.undefined({ error: 'rules with a schedule are not played' }).optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(target).default([]),
});

export interface Rule {
  name: string;
  arn: string;
  bus: string;
  fits: EventPattern;
  targets: RuleTarget[];
}

/** The stack's rules that are enabled. */
export function rulesOf(stack: Stack): Rule[] {
  return stack.resources('AWS::Events::Rule').flatMap((resource) => {
    const { EventBusName, EventPattern, State, Targets } = parseProperties(
      ruleProperties,
      resource,
    );
    if (State === 'DISABLED') return [];
    const bus = EventBusName.split('/').at(-1) ?? '';
    for (const { Arn } of Targets) assertPlayed(resource, Arn);
    const { name, arn } = resource;
    return [{ name, arn, bus, fits: eventPattern(EventPattern), targets: Targets }];
  });
}

const playedTargets = /^arn:aws[a-z-]*:(lambda|sqs):|:api-destination\//;

function assertPlayed({ logicalId }: StackResource, arn: string): void {
  if (playedTargets.test(arn)) return;
  throw new Error(
    `${logicalId}: the local cloud plays targets in Lambda and SQS and API destinations, got ${arn}`,
  );
}
