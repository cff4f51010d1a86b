import { useEffect, useRef } from 'preact/hooks';
import type { Card } from '../../../contract/calls.ts';
import { promiseOf } from '../../../domain/script/fields/promise-fields.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { formWords } from './form-words.ts';
import type { FormKeeper } from './keeping/form-keeper.ts';
import { PromisePreview } from './promise-preview.tsx';

/** Once it is sent, “done, next” has the focus; during the talk nothing that a second Enter could end. */
export function leadOn(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const done = document.querySelector<HTMLElement>('.wrap-up [data-kind="primary"]');
    (done ?? document.querySelector<HTMLElement>('.summary-head'))?.focus();
  });
}

/** All is answered: one look, and it is sent. */
export function FormReview({ card, keeper }: { card: Card; keeper: FormKeeper }) {
  const words = formWords();
  const ref = useRef<HTMLDivElement>(null);
  const answers = keeper.state.answers.value;
  const { sentence } = keeper.state.problems.value;
  const state = keeper.sendState.value;
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('[data-kind="primary"]')?.focus();
  }, []);
  const back = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowUp') keeper.back();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same key as in the steps
    <div class="step review" ref={ref} onKeyDown={back}>
      <div class="step-text">
        <h3>{words.review}</h3>
      </div>
      {promiseOf(keeper.state.script.value, answers) ? (
        <PromisePreview card={card} answers={answers} />
      ) : (
        <p class="soft">{words.nothingPromised}</p>
      )}
      {sentence && <Notice tone="bad">{sentence}</Notice>}
      {state === 'waiting' && <Notice tone="wait">{words.sendRetry}</Notice>}
      <div class="step-actions">
        <Button icon="left" onClick={() => keeper.back()} disabled={state !== 'idle'}>
          {words.back}
        </Button>
        <Button
          kind="primary"
          busy={state !== 'idle'}
          onClick={() => void keeper.send().then(leadOn)}
        >
          {state === 'idle' ? words.send : words.sending}
        </Button>
      </div>
    </div>
  );
}
