import type { Language } from '../basics/language.ts';
import type { Columns } from '../row/row.ts';
import { hasOptions, optionsOf, type SpokenField } from '../script/fields/keypad.ts';
import { skipQuestion } from '../script/run/question.ts';
import type { Step, StoredScript, Text } from '../script/script.ts';
import { fillText } from '../script/script-text.ts';
import type { OpenQuestion } from './keypad-dialog.ts';
import type { SpokenQuestion } from './voice-step.ts';

/** Whose words are spoken to whom: the row's columns stand in them. */
export interface Listener {
  columns: Columns;
  language: Language;
}

/** Titles and texts of steps, without those that the row leaves empty. */
export function textsOf(steps: readonly Step[], listener: Listener): string[] {
  return steps
    .flatMap(({ title, text }) => [title, text])
    .filter((text) => text !== undefined)
    .map((text) => filled(text, listener))
    .filter((text) => text.trim() !== '');
}

export function spokenQuestion(
  { run, id, field }: OpenQuestion,
  script: StoredScript,
  listener: Listener,
): SpokenQuestion {
  return {
    type: field.type,
    words: filled(field.say ?? field.label, listener),
    options: optionsFor(field, listener),
    maySkip: 'run' in skipQuestion({ script, run }, id),
  };
}

function optionsFor(field: SpokenField, listener: Listener): SpokenQuestion['options'] {
  if (!hasOptions(field)) return [];
  return optionsOf(field).map(({ key, label }) => ({ key, label: filled(label, listener) }));
}

function filled(text: Text, { columns, language }: Listener): string {
  return fillText(text, columns, language);
}
