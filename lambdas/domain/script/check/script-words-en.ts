import { shortened } from '../../basics/localized.ts';
import { fieldProblemText } from '../fields/field-problem.ts';
import { scriptRules } from '../script-rules.ts';
import type { Limit, Misfit, Place, PlacePart, ScriptWords } from './script-problem.ts';

const quoted = (text: string) => `“${text}”`;

export const englishScript: ScriptWords = {
  place,
  complaints: {
    'too-deep': ({ most }) => `must be nested at most ${most} levels deep`,
    'too-long': ({ most, got }) => `must have at most ${most} characters as JSON, got ${got}`,
    missing: ({ property }) => `${start(property)}is missing`,
    'unknown-properties': ({ property, names }) =>
      `${start(property)}has no property ${names.map((it) => quoted(shortened(it))).join(', ')}`,
    'wrong-kind': ({ property, expected, got }) =>
      `${start(property)}must be ${kinds[expected] ?? expected}, got ${got}`,
    'none-of': ({ property, options, got }) =>
      `${start(property)}must be one of ${options.join(', ')}, got ${got}`,
    limit: ({ property, limit, got }) => `${start(property)}must ${limitText(limit)}, got ${got}`,
    rule: ({ property, rule, got }) => `${start(property)}${scriptRules[rule]}, got ${got}`,
    unfit: ({ property, message, got }) => `${start(property)}${message}, got ${got}`,
    'step-twice': () => 'more than one step has this id',
    'no-start': (it) => `start is ${quoted(it.start)}, which is not a step`,
    'leads-nowhere': ({ to }) => `next leads to ${quoted(to)}, which is not a step`,
    'branch-ends-choice': () => 'has no condition, so that the branches after it are never taken',
    'last-branch-asks': () => 'the last branch must have no condition, for when none holds',
    unreachable: () => 'cannot be reached from the start',
    endless: () => 'the end cannot be reached from it',
    'silent-loop': () => 'a loop without a question',
    'unspoken-loop': () => 'a loop that asks for texts alone, which a telephone cannot ask for',
    'field-twice': ({ owner }) => `step ${quoted(owner)} has a field with this id too`,
    bounds: ({ least, most }) => `min ${least} is more than max ${most}`,
    'value-twice': ({ value }) => `two choices have the value ${quoted(value)}`,
    'key-twice': ({ values, key }) =>
      `choices ${values.map((it) => quoted(String(it))).join(' and ')} have the same key ${key}`,
    default: ({ value, misfit }) => `default ${value}: ${misfitText(misfit)}`,
    'unknown-field': ({ field }) =>
      `asks about field ${quoted(field)}, which the script does not have`,
    'never-before': ({ field, step }) =>
      `asks about field ${quoted(field)} of step ${quoted(step)}, which never comes before`,
    'phone-compared': ({ field }) =>
      `field ${quoted(field)} is a phone number, which is written in many ways: ask isSet`,
    'never-is': ({ field, value, misfit }) =>
      `field ${quoted(field)} is never ${value}: ${misfitText(misfit)}`,
    'column-type': ({ column, needed, got }) =>
      `writes to ${column}, so that its type must be ${needed}, got ${got}`,
    'date-without-time': () =>
      'date_callback needs a field for time_callback after it in the same step',
    'minutes-after-date': () =>
      'the field for callaftermin must stand before date_callback and time_callback',
    'column-rival': ({ column, field }) =>
      `writes to ${column}, as field ${quoted(field)} does on the same path`,
  },
};

function place(at: Place): string {
  if ('loop' in at) return `steps ${at.loop.map(quoted).join(' → ')}`;
  return at.length === 0 ? 'script' : at.map(part).join(', ');
}

function part({ of, name }: PlacePart): string {
  return `${of} ${typeof name === 'number' ? name : quoted(shortened(name))}`;
}

function start(property: string): string {
  return property === '' ? '' : `${quoted(property)} `;
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function limitText({ bound, value, of }: Limit): string {
  return of === 'value' ? `be at ${bound} ${value}` : `have at ${bound} ${value} ${of}`;
}

function misfitText(misfit: Misfit): string {
  switch (misfit.code) {
    case 'never-empty':
      return 'An answer is never empty.';
    case 'written-otherwise':
      return `An answer is written ${misfit.as}.`;
    default:
      return fieldProblemText(misfit, 'en');
  }
}
