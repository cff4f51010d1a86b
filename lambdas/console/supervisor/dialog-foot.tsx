import { Button, type ButtonProps } from '../parts/button.tsx';
import { supervisorWords } from './supervisor-words.ts';

export interface DialogFootProps extends Pick<ButtonProps, 'kind' | 'icon' | 'busy' | 'disabled'> {
  /** What the button says that does it. */
  submit: string;
  /** What the other button says. */
  keep?: string;
  onClose: () => void;
}

/** Two buttons: nothing happens, or it is done by submitting the dialog. */
export function DialogFoot({ submit, keep, onClose, kind = 'primary', ...rest }: DialogFootProps) {
  return (
    <>
      <Button onClick={onClose}>{keep ?? supervisorWords().cancel}</Button>
      <Button type="submit" kind={kind} {...rest}>
        {submit}
      </Button>
    </>
  );
}
