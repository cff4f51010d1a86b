import * as z from 'zod';
import { type Language, languages } from '../basics/language.ts';
import { scriptId } from '../task/task.ts';
import { scriptRules, systemColumns } from './script-rules.ts';

/**
 * A script: the dialog that an operator is led through, as data. This file holds the schemas; what
 * runs in the voice function or in the browser imports its types alone, so that no zod goes along.
 */

const longestText = 2000;

const wording = z.string().trim().min(1).max(longestText);

const wordings = Object.fromEntries(languages.map((it) => [it, wording.optional()])) as Record<
  Language,
  z.ZodOptional<typeof wording>
>;

const wordingByLanguage = z
  .strictObject(wordings)
  .refine((it) => languages.some((language) => it[language] !== undefined), scriptRules.language);

const text = z
  .union([wording, wordingByLanguage], {
    error: scriptRules.text,
  })
  .meta({
    id: 'ScriptText',
    description: 'One text for all languages, or one by language; {column} shows the row’s column.',
  });
/** A plain text is the same in all languages; a language that is missing falls back to the other. */
export type Text = z.infer<typeof text>;

const idPattern = /^[A-Za-z][A-Za-z0-9_-]{0,31}$/;
const id = z
  .string()
  .regex(idPattern, scriptRules.id)
  // Answers and problems are objects by field id: such an id would be found in all of them.
  .refine((it) => !(it in {}), scriptRules.objectName);
const stepId = id.refine((it) => it !== 'end', scriptRules.end);

const column = z
  .string()
  .min(1)
  .max(255)
  .refine((it) => !it.startsWith('_') && !systemColumns.includes(it), scriptRules.column);

const asked = {
  id,
  label: text,
  /** What the telephone says instead of the label. */
  say: text.optional(),
  help: text.optional(),
  required: z.boolean().optional(),
  /** The row's column that the answer is written to. */
  column: column.optional(),
};

const length = z.int().min(1).max(longestText).optional();
const textField = z.strictObject({
  ...asked,
  type: z.enum(['text', 'long-text']),
  default: z.string().optional(),
  min: length,
  max: length,
});
export type TextField = z.infer<typeof textField>;

const choice = z.strictObject({
  value: z.string().trim().min(1).max(100),
  label: text,
  /** The key that chooses it by telephone; else its place in the list: 1 to 9, then 0. */
  key: z.string().regex(/^\d$/, scriptRules.key).optional(),
});
export type Choice = z.infer<typeof choice>;

const choiceField = z.strictObject({
  ...asked,
  type: z.literal('choice'),
  default: z.string().optional(),
  choices: z.array(choice).min(1).max(10),
});
export type ChoiceField = z.infer<typeof choiceField>;

const yesNoField = z.strictObject({
  ...asked,
  type: z.literal('yes-no'),
  default: z.boolean().optional(),
});
export type YesNoField = z.infer<typeof yesNoField>;

/** Yes puts the number on the do-not-call list. */
const doNotCallField = z.strictObject({
  ...asked,
  type: z.literal('do-not-call'),
  /** Nobody says no by leaving a question as it stands. */
  default: z.literal(false).optional(),
  /** For all tasks, and not for the call’s own alone. */
  all: z.boolean().optional(),
});
export type DoNotCallField = z.infer<typeof doNotCallField>;

/** Yes says that a machine answered: the customer was not reached, and is called again after the rest for that. */
const voicemailField = z.strictObject({
  ...asked,
  type: z.literal('voicemail'),
  /** Nobody hears a machine by leaving a question as it stands. */
  default: z.literal(false).optional(),
});
export type VoicemailField = z.infer<typeof voicemailField>;

/** Zero or more, since keys have no minus sign. */
const amount = z.number().min(0).max(999_999_999_999).optional();
const numberField = z.strictObject({
  ...asked,
  type: z.literal('number'),
  default: amount,
  min: amount,
  max: amount,
});
export type NumberField = z.infer<typeof numberField>;

const minutes = z.int().min(0).max(525_600).optional();
const minutesField = z.strictObject({
  ...asked,
  type: z.literal('minutes'),
  default: minutes,
  min: minutes,
  max: minutes,
});
export type MinutesField = z.infer<typeof minutesField>;

const plainField = z.strictObject({
  ...asked,
  type: z.enum(['phone', 'date', 'time']),
  default: z.string().optional(),
});
export type PlainField = z.infer<typeof plainField>;

const field = z
  .discriminatedUnion('type', [
    textField,
    choiceField,
    yesNoField,
    doNotCallField,
    voicemailField,
    numberField,
    minutesField,
    plainField,
  ])
  .meta({ id: 'ScriptField' });
export type Field = z.infer<typeof field>;
export type FieldType = Field['type'];

const value = z.union([z.string(), z.number(), z.boolean()]);
/** Dates are `YYYY-MM-DD`, times `HH:mm`, phone numbers as they were given. */
export type Value = z.infer<typeof value>;
const answers = z.record(z.string(), value);
/** By field id; what was not answered is absent. */
export type Answers = z.infer<typeof answers>;

export type Condition =
  | { field: string; is: Value | Value[] }
  | { field: string; isSet: boolean }
  | { any: Condition[] }
  | { all: Condition[] };

const oneOrMoreValues = z.union([value, z.array(value).min(1)], {
  error: scriptRules.values,
});

const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union(
      [
        z.strictObject({ field: z.string(), is: oneOrMoreValues }),
        z.strictObject({ field: z.string(), isSet: z.boolean() }),
        z.strictObject({ any: z.array(condition).min(1) }),
        z.strictObject({ all: z.array(condition).min(1) }),
      ],
      { error: scriptRules.condition },
    ),
  )
  .meta({ id: 'ScriptCondition' });

const branch = z.strictObject({ when: condition.optional(), to: z.string() });
export type Branch = z.infer<typeof branch>;

const next = z.union([z.string(), z.array(branch).min(1).max(30)], {
  error: scriptRules.next,
});
/** A step id, `end`, or branches: the first whose condition holds; the last has none. */
export type Next = z.infer<typeof next>;

const step = z.strictObject({
  id: stepId,
  title: text.optional(),
  /** Shown or spoken before the fields. */
  text: text.optional(),
  /** While it is open, the recording is paused: for card numbers and the like. */
  doNotRecord: z.boolean().optional(),
  fields: z.array(field).max(30),
  next,
});
export type Step = z.infer<typeof step>;

export const scriptSchema = z.strictObject({
  title: text,
  start: z.string(),
  steps: z.array(step).min(1).max(100),
});
export type Script = z.infer<typeof scriptSchema>;

/** A version never changes once it is stored: answers name the version that asked. */
export const storedScriptSchema = scriptSchema.extend({ id: scriptId, version: z.int().min(1) });
export type StoredScript = z.infer<typeof storedScriptSchema>;

const stepAnswers = z.strictObject({ step: z.string(), answers });
export type StepAnswers = z.infer<typeof stepAnswers>;

const visit = z.strictObject({
  step: z.string(),
  answers,
  /** The fields that were asked one at a time, by telephone; empty when all were passed over. */
  asked: z.array(z.string()).optional(),
  /** The step is done with. */
  left: z.literal(true).optional(),
});
export type Visit = z.infer<typeof visit>;

/** How far a dialog has come: the path of steps with their answers, as plain data to be stored. */
export const runSchema = z.strictObject({
  visits: z.array(visit),
  /** What steps begin with that were gone back from, or whose form is a draft yet, in their order. */
  aside: z.array(stepAnswers).optional(),
});
export type Run = z.infer<typeof runSchema>;
