export interface StepMoves {
  next: () => void;
  back: () => void;
  /** Sends the form, if nothing more is asked. */
  finish: () => void;
}

/**
 * The keys of a step: Enter goes from field to field and from the last one to the next step (in a
 * long text Ctrl+Enter does), Alt+Enter sends it where nothing more is asked, Alt and a digit chooses,
 * Alt and the arrow up goes a step back.
 */
export function stepKeys({ next, back, finish }: StepMoves) {
  return (event: KeyboardEvent): void => {
    const form = event.currentTarget as HTMLElement;
    const target = event.target as HTMLElement;
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    if (event.altKey && digit !== undefined && chooseBy(form, target, digit))
      event.preventDefault();
    if (event.altKey && event.key === 'ArrowUp') {
      event.preventDefault();
      back();
    }
    if (event.altKey && event.key === 'Enter') {
      event.preventDefault();
      return finish();
    }
    if (event.key !== 'Enter' || target instanceof HTMLButtonElement) return;
    if (target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (!focusAfter(form, target)) next();
  };
}

/** The same key from outside of the form, where it shows one. */
export function chooseFromAfar(event: KeyboardEvent): boolean {
  const form = document.querySelector<HTMLElement>('form.step');
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const target = event.target as HTMLElement;
  if (form === null || digit === undefined || form.contains(target)) return false;
  return chooseBy(form, target, digit);
}

/** Chooses in the group that has the focus, else in the first one without an answer. */
function chooseBy(form: HTMLElement, target: HTMLElement, digit: string): boolean {
  const groups = [...form.querySelectorAll<HTMLElement>('[data-choices]')];
  const group =
    target.closest<HTMLElement>('[data-choices]') ??
    groups.find((it) => it.querySelector(':checked') === null) ??
    groups[0];
  const input = group?.querySelector<HTMLInputElement>(`input[data-key="${digit}"]`);
  if (!input) return false;
  input.click();
  input.focus();
  return true;
}

/** The field after the one that has the focus; false when there is none. */
function focusAfter(form: HTMLElement, target: HTMLElement): boolean {
  const fields = [...form.querySelectorAll<HTMLElement>('[data-field]')];
  const own = target.closest<HTMLElement>('[data-field]');
  const following = own === null ? fields : fields.slice(fields.indexOf(own) + 1);
  for (const field of following) {
    const control = field.querySelector<HTMLElement>(
      'input:checked, input:not([type=radio]):enabled, textarea:enabled, input[type=radio]',
    );
    if (control === null) continue;
    control.focus();
    return true;
  }
  return false;
}
