import { useState } from 'preact/hooks';
import { TextField } from '../../../parts/field.tsx';
import { Check } from '../../../parts/switch.tsx';
import { numberText } from '../../../words/dictionary.ts';
import { operators, presentOperators } from '../../directory.ts';
import { problemAt } from '../../problems.ts';
import { taskWords } from '../task-words.ts';
import type { TaskFormProps } from './task-form-props.ts';

/** With fewer nobody needs to search. */
const manyOperators = 8;

export function OperatorPicker({ draft, problems, onChange }: TaskFormProps) {
  const words = taskWords();
  const [text, setText] = useState('');
  const chosen = new Set(draft.operators);
  const all = presentOperators();
  const wanted = text.trim().toLowerCase();
  const shown = all.filter(({ id, name }) => `${name} ${id}`.toLowerCase().includes(wanted));
  const toggle = (id: string, isChosen: boolean) => {
    const others = draft.operators.filter((it) => it !== id);
    onChange({ operators: isChosen ? [...others, id] : others });
  };
  if (all.length === 0 && operators.value.value !== undefined) {
    return <p class="soft">{words.noneRegistered}</p>;
  }
  const problem = problemAt(problems, 'operators');
  return (
    <div class="operator-picker">
      {all.length > manyOperators && (
        <TextField label={words.search} type="search" value={text} onInput={setText} />
      )}
      <fieldset>
        <legend class="unseen">{words.people}</legend>
        {shown.map(({ id, name }) => (
          <Check
            key={id}
            label={name}
            checked={chosen.has(id)}
            onChange={(isChosen) => toggle(id, isChosen)}
          />
        ))}
      </fieldset>
      {problem !== undefined && <p class="bad-text">{problem}</p>}
      <p class={chosen.size === 0 ? 'small wait-text' : 'small soft'}>
        {chosen.size === 0 ? words.nobodyChosen : words.chosen(numberText(chosen.size))}
      </p>
    </div>
  );
}
