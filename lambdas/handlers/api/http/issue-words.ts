import type * as z from 'zod';
import type { Language } from '../../../domain/basics/language.ts';
import { inEachLanguage, type Localized } from '../../../domain/basics/localized.ts';

/** What schemas find, in words. Zod's own are English; so are those that schemas bring along. */

/** Who sent nonsense need not read of all of it. */
const mostIssues = 20;

/** One sentence for all that is wrong. */
export function sentenceOf({ issues }: z.ZodError): Localized {
  return inEachLanguage((language) =>
    issues
      .slice(0, mostIssues)
      .map((issue) => {
        const place = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
        return `${place}${issueText(issue, language)}`;
      })
      .join('; '),
  );
}

/** By path, as `callingHours.1.0`: a page shows a sentence beside its field. */
export function problemsOf({ issues }: z.ZodError, language: Language): Record<string, string> {
  const problems: Record<string, string> = Object.create(null);
  for (const issue of issues.slice(0, mostIssues))
    problems[issue.path.join('.')] ??= issueText(issue, language);
  return problems;
}

type Issue = z.core.$ZodIssue;

function issueText(issue: Issue, language: Language): string {
  if (language === 'en') return issue.message;
  return sentenceIn(issue)?.[language] ?? schemaWords[language](issue);
}

/** A check of our own brings its sentence along. */
function sentenceIn(issue: Issue): Localized | undefined {
  return issue.code === 'custom' ? issue.params?.sentence : undefined;
}

/** What no schema has a sentence of its own for, where it is not English. */
const schemaWords: Record<Exclude<Language, 'en'>, (issue: Issue) => string> = { ru: inRussian };

const kinds: Record<string, string> = {
  string: 'текст',
  number: 'число',
  int: 'целое число',
  boolean: 'true или false',
  array: 'список',
  tuple: 'список',
  object: 'объект',
  record: 'объект',
};

function inRussian(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `здесь нужно ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `${measures[issue.origin] ?? 'значение'} — не меньше ${issue.minimum}`;
    case 'too_big':
      return `${measures[issue.origin] ?? 'значение'} — не больше ${issue.maximum}`;
    case 'invalid_value':
      return `здесь возможно только: ${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return `лишнее: ${issue.keys.join(', ')}`;
    case 'invalid_key':
      return 'такого имени здесь быть не может';
    default:
      return 'такое значение здесь не подходит';
  }
}

/** What a limit counts. */
const measures: Record<string, string> = {
  string: 'число знаков',
  array: 'число элементов',
};
