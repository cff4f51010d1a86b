import { z } from 'zod';

const oneOrMore = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]));

const conditions = z.record(
  z.string(),
  z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
);

const statement = z.object({
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

const document = z.object({
  Statement: z.union([statement, z.array(statement)]).transform((value) => [value].flat()),
});

export function policyStatements(policyDocument: unknown): PolicyStatement[] {
  return document.parse(policyDocument).Statement;
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

/** Conditions on keys that the local cloud does not know are taken as met. */
export function conditionsHold(
  condition: NonNullable<PolicyStatement['Condition']>,
  context: Record<string, string>,
): boolean {
  return Object.entries(condition).every(([operator, keys]) => {
    const compare = comparisons[operator];
    return Object.entries(keys).every(([key, expected]) => {
      const actual = context[key];
      if (!compare || actual === undefined) return true;
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
