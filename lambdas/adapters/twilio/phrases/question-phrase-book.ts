import type { SpokenQuestion } from '../../../domain/phone/voice-step.ts';
import type { FieldProblem } from '../../../domain/script/fields/field-problem.ts';
import type { OptionField } from '../../../domain/script/fields/keypad.ts';

/** What a script says on the telephone around its own words. */
export interface QuestionPhraseBook {
  option: (key: string, label: string) => string;
  /** How an answer is keyed that is more than one key. */
  keying: Record<Exclude<SpokenQuestion['type'], OptionField['type']>, string>;
  skipByKey: string;
  skipByKeys: string;
  entered: (value: string) => string;
  problem: (problem: FieldProblem) => string;
  notThen: (moment: string, next: string | undefined) => string;
  past: string;
  never: string;
  notPossible: string;
  stored: string;
  promised: (moment: string) => string;
  promisedElsewhere: (moment: string) => string;
  minutes: (minutes: number) => string;
  /** As people say it who answer the question which day. */
  date: (date: SpokenDate) => string;
  moment: (time: string, day: SpokenDay | undefined) => string;
}

/** A day of a moment that is not today. */
export interface SpokenDay {
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  /** `24 November`, `24 ноября`. */
  dayAndMonth: string;
}

export interface SpokenDate extends SpokenDay {
  year: number;
}
