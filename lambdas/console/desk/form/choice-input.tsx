import { useId } from 'preact/hooks';
import type { Value } from '../../../domain/script/script.ts';
import { FieldGroup, type FieldProps } from '../../parts/field.tsx';

export interface Option {
  value: Value;
  label: string;
  /** The digit that chooses it, with Alt. */
  key: string;
}

export interface ChoiceInputProps extends FieldProps {
  value: Value | undefined;
  options: readonly Option[];
  onChange: (value: Value) => void;
}

/** A question with a few answers: arrow keys, Alt and a digit, or a click. */
export function ChoiceInput({ value, options, onChange, ...frame }: ChoiceInputProps) {
  const name = useId();
  return (
    <div class={frame.problem ? 'field-wrong' : undefined} data-choices>
      <FieldGroup {...frame}>
        <div class="choices">
          {options.map((option) => (
            <label key={option.key} class="choice">
              <input
                type="radio"
                name={name}
                data-key={option.key}
                checked={option.value === value}
                aria-keyshortcuts={`Alt+${option.key}`}
                onChange={() => onChange(option.value)}
              />
              <span>{option.label}</span>
              <span class="choice-key" aria-hidden="true">
                {option.key}
              </span>
            </label>
          ))}
        </div>
      </FieldGroup>
    </div>
  );
}
