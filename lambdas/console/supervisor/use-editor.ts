import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../shell/api/ask.ts';
import { type Problems, problemsOf } from './problems.ts';

/** What was begun and not saved is there again when its person comes back. */
const kept = new Map<string, unknown>();

export interface EditorWishes<Draft, Saved> {
  /** Of what is edited, among all that is. */
  name: string;
  initial: () => Draft;
  /** What need not be asked of the server. */
  check: (draft: Draft) => Problems;
  send: (draft: Draft) => Promise<Answer<Saved>>;
  saved: (value: Saved) => void;
}

/** A form's draft from its first change until the server has taken it. */
export function useEditor<Draft extends object, Saved>(wishes: EditorWishes<Draft, Saved>) {
  const { name, initial, check, send, saved } = wishes;
  const [typed, setTyped] = useState(() => kept.get(name) as Draft | undefined);
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  // nothing is typed: what others change shows at once
  const draft = typed ?? initial();
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    kept.set(name, next);
    setTyped(next);
  };
  const discard = () => {
    kept.delete(name);
    setProblems({});
    setTyped(undefined);
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const found = check(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const answer = await send(draft);
    setBusy(false);
    if (answer.kind !== 'done') return setProblems(problemsOf(answer));
    kept.delete(name);
    saved(answer.value);
  };
  const isChanged = typed !== undefined && JSON.stringify(typed) !== JSON.stringify(initial());
  return { draft, problems, busy, form, change, discard, save, isChanged };
}
