import type { z } from 'zod';
import { shortened } from '../../basics/localized.ts';
import { type ScriptRule, scriptRules } from '../script-rules.ts';
import type { Complaint, Limit, PlacePart, ScriptProblem } from './script-problem.ts';

/** What the schema found, by step, field, choice and branch. */
export function shapeProblems(error: z.ZodError, given: unknown): ScriptProblem[] {
  return error.issues.flatMap(plainIssues).map((issue) => problemOf(issue, given));
}

type Issue = z.core.$ZodIssue;

/**
 * Of a union's complaints only those are of use that come from the option that was meant: the one
 * that takes what was given as far as its own kind goes, and objects to something inside.
 */
function plainIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find((option) => option.every(({ path }) => path.length > 0));
  if (meant === undefined) return [issue];
  return meant
    .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
    .flatMap(plainIssues);
}

function problemOf(issue: Issue, given: unknown): ScriptProblem {
  const { place, property } = placeOf(issue.path, given);
  const complaint = complaintOf(issue, property.join('.'), valueAt(issue.path, given));
  return { place, ...complaint };
}

/** The lists of a script whose members have a name in a sentence. */
const members = { steps: 'step', fields: 'field', choices: 'choice', next: 'branch' } as const;

function placeOf(path: readonly PropertyKey[], given: unknown) {
  const place: PlacePart[] = [];
  let at = 0;
  for (; at + 1 < path.length; at += 2) {
    const [list, index] = [String(path[at]), path[at + 1]];
    if (typeof index !== 'number' || !(list in members)) break;
    const name = nameOf(valueAt(path.slice(0, at + 2), given), index);
    place.push({ of: members[list as keyof typeof members], name });
  }
  return { place, property: path.slice(at).map(String) };
}

function nameOf(member: unknown, index: number): string | number {
  const id = (member as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' && id !== '' ? id : index + 1;
}

function valueAt(path: readonly PropertyKey[], given: unknown): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    given,
  );
}

function complaintOf(issue: Issue, property: string, value: unknown): Complaint {
  if (value === undefined && issue.code !== 'unrecognized_keys')
    return { code: 'missing', property };
  const got = shown(value);
  switch (issue.code) {
    case 'unrecognized_keys':
      return { code: 'unknown-properties', property, names: issue.keys };
    case 'invalid_type':
      return { code: 'wrong-kind', property, expected: issue.expected, got };
    case 'too_small':
      return limitOf(issue, { bound: 'least', value: Number(issue.minimum) }, { property, value });
    case 'too_big':
      return limitOf(issue, { bound: 'most', value: Number(issue.maximum) }, { property, value });
    case 'invalid_value':
      return { code: 'none-of', property, options: issue.values.map(String), got };
    default:
      return optionsOf(issue, property, got) ?? ruleOf(issue.message, property, got);
  }
}

/** A field's type decides which other properties it may have. */
function optionsOf(issue: Issue, property: string, got: string): Complaint | undefined {
  const { options } = issue as { options?: unknown };
  return Array.isArray(options) ? { code: 'none-of', property, options, got } : undefined;
}

function ruleOf(message: string, property: string, got: string): Complaint {
  const rules = Object.keys(scriptRules) as ScriptRule[];
  const rule = rules.find((it) => scriptRules[it] === message);
  return rule === undefined
    ? { code: 'unfit', property, message, got }
    : { code: 'rule', property, rule, got };
}

const countedOf: Record<string, Limit['of']> = { array: 'members', string: 'characters' };

function limitOf(
  { origin }: { origin: string },
  limit: Omit<Limit, 'of'>,
  { property, value }: { property: string; value: unknown },
): Complaint {
  const of = countedOf[origin] ?? 'value';
  const got = of === 'value' ? shown(value) : String((value as { length?: number }).length ?? 0);
  return { code: 'limit', property, limit: { ...limit, of }, got };
}

function shown(value: unknown): string {
  return shortened(JSON.stringify(value) ?? String(value));
}
