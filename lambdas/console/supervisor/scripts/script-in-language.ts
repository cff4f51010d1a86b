import type { Language } from '../../../domain/basics/language.ts';
import type { Field, Script, Step, Text } from '../../../domain/script/script.ts';
import { textIn } from '../../../domain/script/script-text.ts';

/** The script as those see it who work in a language, whatever language the page is in. */
export function scriptIn(script: Script, language: Language): Script {
  const say = (text: Text) => textIn(text, language);
  return { ...script, title: say(script.title), steps: script.steps.map((it) => stepIn(it, say)) };
}

type Say = (text: Text) => string;

function stepIn({ title, text, fields, ...step }: Step, say: Say): Step {
  return {
    ...step,
    ...(title !== undefined && { title: say(title) }),
    ...(text !== undefined && { text: say(text) }),
    fields: fields.map((it) => fieldIn(it, say)),
  };
}

function fieldIn(field: Field, say: Say): Field {
  const texts = {
    label: say(field.label),
    ...(field.help !== undefined && { help: say(field.help) }),
  };
  if (field.type !== 'choice') return { ...field, ...texts };
  const choices = field.choices.map((it) => ({ ...it, label: say(it.label) }));
  return { ...field, ...texts, choices };
}
