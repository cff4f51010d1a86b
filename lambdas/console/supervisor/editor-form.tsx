import type { ComponentChildren, RefObject } from 'preact';

interface EditorFormProps {
  editor: { form: RefObject<HTMLFormElement | null>; save(event: Event): Promise<void> };
  /** Who may not sees what there is. */
  mayChange: boolean;
  children: ComponentChildren;
}

/** The page of something that is edited. */
export function EditorForm({ editor, mayChange, children }: EditorFormProps) {
  return (
    <form ref={editor.form} class="editor" noValidate onSubmit={(event) => void editor.save(event)}>
      <fieldset class="editor-fields" disabled={!mayChange}>
        {children}
      </fieldset>
    </form>
  );
}
