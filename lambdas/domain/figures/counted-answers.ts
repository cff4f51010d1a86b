import type { Answers, Field, StoredScript } from '../script/script.ts';

/** Which answer of which field of which script: what is counted is named so. Ids have no slash. */
export type AnswerName = `${string}/${string}/${string}`;

export interface CountedAnswer {
  script: string;
  field: string;
  /** As the form stores it: the value of a choice; `true` or `false`. */
  value: string;
}

/** Of these types the answers are few, and mean the same in every form. */
const countedTypes: readonly Field['type'][] = ['choice', 'yes-no', 'do-not-call', 'voicemail'];

/** The answers of a form that figures count. */
export function countedAnswers(script: StoredScript, answers: Answers): AnswerName[] {
  const fields = script.steps.flatMap((step) => step.fields);
  return fields.flatMap(({ id, type }): AnswerName[] => {
    const value = answers[id];
    const isCounted = value !== undefined && countedTypes.includes(type);
    return isCounted ? [`${script.id}/${id}/${value}`] : [];
  });
}

export function readAnswerName(name: string): CountedAnswer {
  const [script = '', field = '', ...value] = name.split('/');
  return { script, field, value: value.join('/') };
}
