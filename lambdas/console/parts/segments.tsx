import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SegmentsProps<Value extends string> {
  /** What is chosen here; heard, not seen. */
  label: string;
  value: Value;
  options: readonly { value: Value; label: ComponentChildren }[];
  onChange: (value: Value) => void;
}

/** One of a few, in one row. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="unseen">{props.label}</legend>
      {props.options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
