import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { partWords } from './part-words.ts';

export interface FieldProps {
  label: string;
  help?: ComponentChildren | undefined;
  /** What is wrong with the value: shown beside the field, and said with it. */
  problem?: string | undefined;
  /** Says so where nothing need be entered. */
  optional?: boolean | undefined;
}

/** What a control needs to belong to its label, help and problem. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

interface FieldFrame extends FieldProps {
  children: (control: ControlProps) => ComponentChildren;
}

/** A control with its label above, and help and problem below. */
export function Field({ children, ...props }: FieldFrame) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>
        {props.label} <Optional show={props.optional} />
      </label>
      {children({ id, ...describedBy(id, props) })}
      <FieldNotes id={id} {...props} />
    </div>
  );
}

/** Several controls that answer one question. */
export function FieldGroup({ children, ...props }: FieldProps & { children: ComponentChildren }) {
  const id = useId();
  return (
    <fieldset class="field" aria-describedby={describedBy(id, props)['aria-describedby']}>
      <legend>
        {props.label} <Optional show={props.optional} />
      </legend>
      {children}
      <FieldNotes id={id} {...props} />
    </fieldset>
  );
}

function Optional({ show }: { show: boolean | undefined }) {
  return show ? <span class="optional">{partWords().optional}</span> : null;
}

function describedBy(id: string, { help, problem }: FieldProps): Omit<ControlProps, 'id'> {
  const notes = [problem && `${id}-problem`, help && `${id}-help`].filter(Boolean).join(' ');
  return { 'aria-describedby': notes || undefined, 'aria-invalid': problem ? true : undefined };
}

function FieldNotes({ id, help, problem }: FieldProps & { id: string }) {
  return (
    <div class="field-notes">
      {problem && (
        <p class="problem" id={`${id}-problem`} role="alert">
          <Icon name="warning" />
          {problem}
        </p>
      )}
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

interface InputAttributes {
  type?: 'text' | 'tel' | 'search' | 'number' | 'date' | 'time' | 'password' | undefined;
  placeholder?: string | undefined;
  required?: boolean | undefined;
  inputMode?: 'text' | 'tel' | 'numeric' | 'decimal' | 'search' | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  step?: string | number | undefined;
  disabled?: boolean | undefined;
  maxLength?: number | undefined;
  name?: string | undefined;
}

export interface TextFieldProps extends FieldProps, InputAttributes {
  value: string;
  onInput: (value: string) => void;
}

export function TextField(props: TextFieldProps) {
  const { label, help, problem, optional, onInput, type = 'text', ...attributes } = props;
  return (
    <Field label={label} help={help} problem={problem} optional={optional}>
      {(control) => (
        <input
          class="input"
          autocomplete="off"
          // The union of all types of inputs is more than TypeScript tells apart here.
          type={type as 'text'}
          {...attributes}
          {...control}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export interface LongTextFieldProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  rows?: number;
  placeholder?: string;
}

export function LongTextField(props: LongTextFieldProps) {
  const { label, help, problem, optional, onInput, value, rows = 3, placeholder } = props;
  return (
    <Field label={label} help={help} problem={problem} optional={optional}>
      {(control) => (
        <textarea
          class="input"
          rows={rows}
          placeholder={placeholder}
          value={value}
          {...control}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export interface SelectFieldProps extends FieldProps {
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  disabled?: boolean;
}

export function SelectField(props: SelectFieldProps) {
  const { label, help, problem, optional, onChange, value, options, disabled } = props;
  return (
    <Field label={label} help={help} problem={problem} optional={optional}>
      {(control) => (
        <select
          class="input"
          {...control}
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
