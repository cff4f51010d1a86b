import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface FormGroupProps {
  title: string;
  text: string;
  children: ComponentChildren;
}

/** Fields that belong together, beside what they are about. */
export function FormGroup({ title, text, children }: FormGroupProps) {
  const id = useId();
  return (
    <section class="form-group" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        <p class="soft">{text}</p>
      </header>
      <div class="panel form-fields">{children}</div>
    </section>
  );
}
