import { z } from 'zod';

const oneOrMore = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]));

const conditions = z.record(
  z.string(),
  z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
);

const statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore.optional(),
  NotAction: oneOrMore.optional(),
  Resource: oneOrMore.optional(),
  NotResource: oneOrMore.optional(),
  Principal: z.unknown().optional(),
  Condition: conditions.optional(),
});

export type PolicyStatement = z.infer<typeof statement>;

const document = z.strictObject({
  Version: z.literal('2012-10-17').optional(),
  Id: z.string().optional(),
  Statement: z.union([statement, z.array(statement)]).transform((value) => [value].flat()),
});

/** @throws for what this machine cannot judge: a condition that is not understood is not met */
export function policyStatements(policyDocument: unknown): PolicyStatement[] {
  const statements = document.parse(policyDocument).Statement;
  for (const it of statements) refuseUnknown(it);
  return statements;
}

/** Those whose values the machine tells with what is asked. */
const knownKeys = ['iam:PassedToService', 'aws:SourceArn', 'aws:SourceAccount'];

function refuseUnknown({ Effect, Condition }: PolicyStatement): void {
  if (Condition === undefined) return;
  if (Effect === 'Deny') throw unknown('a denial under a condition');
  for (const [operator, keys] of Object.entries(Condition)) {
    if (!Object.hasOwn(comparisons, operator)) throw unknown(`the condition operator ${operator}`);
    const foreign = Object.keys(keys).find((key) => !knownKeys.includes(key));
    if (foreign !== undefined) throw unknown(`the condition key ${foreign}`);
  }
}

function unknown(what: string): Error {
  return new Error(
    `A policy has ${what}, which the local cloud does not play: see lib/aws-machine/src/permissions/policy-statement.ts.`,
  );
}

/** What a call needs: an action on a resource, with the context that conditions look at. */
export interface Need {
  action: string;
  resource: string;
  context?: Record<string, string>;
}

export function covers(statement: PolicyStatement, need: Need): boolean {
  const { Action, NotAction, Resource, NotResource, Condition } = statement;
  return (
    fits({
      any: lowerCase(Action),
      none: lowerCase(NotAction),
      value: need.action.toLowerCase(),
    }) &&
    fits({ any: Resource, none: NotResource, value: need.resource }) &&
    conditionsHold(Condition ?? {}, need.context ?? {})
  );
}

/** One action on one resource, as a statement spells them. */
interface Grant {
  action: string;
  resource: string;
}

/** Each action with each resource; what is said by exceptions cannot be told apart. */
export function grantsOf({ Action = [], Resource = [] }: PolicyStatement): Grant[] {
  return Action.flatMap((action) => Resource.map((resource) => ({ action, resource })));
}

/** Those of a statement's grants that a call makes use of. */
export function coveringGrants(statement: PolicyStatement, need: Need): Grant[] {
  return grantsOf(statement).filter(
    ({ action, resource }) =>
      wildcard(action.toLowerCase()).test(need.action.toLowerCase()) &&
      wildcard(resource).test(need.resource),
  );
}

/** Actions are compared without case, resources with it. */
function lowerCase(patterns: string[] | undefined): string[] | undefined {
  return patterns?.map((pattern) => pattern.toLowerCase());
}

function fits(test: {
  any: string[] | undefined;
  none: string[] | undefined;
  value: string;
}): boolean {
  if (test.any) return test.any.some((pattern) => wildcard(pattern).test(test.value));
  return test.none?.every((pattern) => !wildcard(pattern).test(test.value)) ?? false;
}

const comparisons: Record<string, (expected: string, actual: string) => boolean> = {
  StringEquals: (expected, actual) => expected === actual,
  StringLike: (expected, actual) => wildcard(expected).test(actual),
  ArnEquals: (expected, actual) => wildcard(expected).test(actual),
  ArnLike: (expected, actual) => wildcard(expected).test(actual),
};

/** As in AWS, a key that is not told is not met. */
export function conditionsHold(
  condition: NonNullable<PolicyStatement['Condition']>,
  context: Record<string, string>,
): boolean {
  return Object.entries(condition).every(([operator, keys]) => {
    const compare = comparisons[operator];
    return Object.entries(keys).every(([key, expected]) => {
      const actual = context[key];
      if (!compare || actual === undefined) return false;
      return [expected].flat().some((each) => compare(String(each), actual));
    });
  });
}

const compiled = new Map<string, RegExp>();

/** IAM's wildcards: `*` for anything, `?` for one character. */
function wildcard(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, 's');
  compiled.set(pattern, expression);
  return expression;
}
