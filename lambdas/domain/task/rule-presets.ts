import type { Localized } from '../basics/localized.ts';
import type { Task } from './task.ts';

/** What a preset sets in a task; the rest stays as it is. */
export type PresetRules = Pick<Task, 'callingHours' | 'legalHours'> &
  Partial<
    Pick<Task, 'maxAttempts' | 'maxAttemptsPerDay' | 'maxAttemptsPer24Hours' | 'maxAttemptsPerWeek'>
  >;

/**
 * Calling hours and limits to begin with. They are no legal advice: rules differ by the kind of call,
 * change, and do not end with hours. Each says where it comes from; all were gathered on `presetsReadOn`,
 * some of them from pages about a law and not from its text.
 */
export interface RulePreset {
  title: Localized;
  /** Laws and codes, as they are cited. */
  source: string;
  rules: PresetRules;
}

export const presetsReadOn = '2026-11-30';

type Hours = NonNullable<Task['callingHours']>;
type Windows = Hours[keyof Hours];

function week(weekdays: Windows, saturday: Windows = [], sunday: Windows = []): Hours {
  const working = (['1', '2', '3', '4', '5'] as const).map((day) => [day, weekdays] as const);
  const days = [...working, ['6', saturday] as const, ['7', sunday] as const];
  return Object.fromEntries(days.filter(([, windows]) => (windows ?? []).length > 0));
}

const from8to20: Windows = [['08:00', '20:00']];
const from8to21: Windows = [['08:00', '21:00']];
const from9to21: Windows = [['09:00', '21:00']];
const from9to20: Windows = [['09:00', '20:00']];
const from10to20: Windows = [['10:00', '20:00']];

/** What a new task in the page begins with: careful everywhere, and nobody's law. */
export const carefulRules = {
  callingHours: week(from9to20),
  legalHours: null,
  maxAttempts: 5,
  maxAttemptsPerDay: 3,
} satisfies PresetRules;

export const rulePresets = {
  careful: {
    title: { en: 'Careful: 9–20 on weekdays', ru: 'Осторожно: 9–20 по будням' },
    source: 'a choice of ours',
    rules: carefulRules,
  },
  'us-federal': {
    title: { en: 'United States, federal', ru: 'США, федеральные правила' },
    source: '47 CFR 64.1200(c)(1); 16 CFR 310.4(c): 8 a.m. – 9 p.m. where the called person is',
    rules: {
      ...carefulRules,
      callingHours: week(from9to20, from9to20),
      legalHours: week(from8to21, from8to21, from8to21),
    },
  },
  'us-strict': {
    title: { en: 'United States, stricter states together', ru: 'США, более строгие штаты вместе' },
    source:
      'Fla. Stat. § 501.616(6), Okla. Stat. tit. 15 § 775C.4, Md.: 8–20, three calls in 24 hours; Conn.: from 9; Ky.: from 10; Ala., La., Miss.: no Sundays; their holidays are not among these',
    rules: {
      ...carefulRules,
      callingHours: week(from10to20, from10to20),
      legalHours: week(from10to20, from10to20),
      maxAttemptsPer24Hours: 3,
    },
  },
  uk: {
    title: { en: 'United Kingdom', ru: 'Великобритания' },
    source:
      'no law sets hours; PECR 2003, regulations 21 and 24 (TPS, caller ID); the Direct Marketing Association’s code, 21.41: 8–21, from 9 on Saturdays and Sundays',
    rules: {
      ...carefulRules,
      callingHours: week(from9to20, [['09:00', '17:00']]),
      legalHours: week(from8to21, from9to21, from9to21),
    },
  },
  eu: {
    title: { en: 'European Union: as in France', ru: 'Евросоюз: как во Франции' },
    source:
      'no hours of the Union’s own (Directive 2002/58/EC, article 13, leaves it to its members); Code de la consommation, D. 223-9: 10–13 and 14–20, Monday to Friday, no public holidays, four calls in 30 days, of which this has four in a week',
    rules: {
      ...carefulRules,
      callingHours: week([
        ['10:00', '13:00'],
        ['14:00', '20:00'],
      ]),
      legalHours: week(from8to20, from8to20),
      maxAttempts: 4,
      maxAttemptsPerWeek: 4,
    },
  },
  russia: {
    title: { en: 'Russia', ru: 'Россия' },
    source:
      '38-ФЗ, статья 18 (согласие); 230-ФЗ, статья 7, о долгах: 8–22, в выходные и праздники 9–20, не чаще раза в сутки и двух раз в неделю; не чаще восьми раз в месяц здесь не считается',
    rules: {
      ...carefulRules,
      legalHours: week([['08:00', '22:00']], from9to20, from9to20),
      maxAttemptsPerDay: 1,
      maxAttemptsPerWeek: 2,
    },
  },
} satisfies Record<string, RulePreset>;

export type PresetName = keyof typeof rulePresets;
export const presetNames = Object.keys(rulePresets) as PresetName[];
