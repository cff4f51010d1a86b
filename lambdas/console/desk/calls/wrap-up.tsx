import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { AttemptView, Card } from '../../../contract/calls.ts';
import { now } from '../../browser/clock.ts';
import { Button } from '../../parts/button.tsx';
import { finishWrapUp } from '../presence/presence.ts';
import { closeCall, needsForm } from './calls.ts';
import { HangUp } from './hang-up.tsx';
import { onCallWords } from './on-call-words.ts';
import { SayNo } from './say-no.tsx';
import { Voicemail } from './voicemail.tsx';

/**
 * After the call: how long the next one waits, and the button that does not let it wait. The wrap-up
 * begins when the operator's own line has ended, a moment after the customer's: a click that comes
 * before is done then.
 */
export function WrapUp({ call, card }: { call: AttemptView; card: Card | undefined }) {
  const words = onCallWords();
  const [isWanted, setWanted] = useState(false);
  const isReleased = call.operatorFreeAt !== undefined || isNeverHeld(call);
  const left = Date.parse(freeAtOf(call) ?? '') - now.value;
  const isUnsent = needsForm(call.id);
  const isFree = isReleased && !(left > 0);
  useEffect(() => {
    if (isWanted && isReleased) void leave(call, isFree).then(() => setWanted(false));
  }, [isWanted, isReleased, isFree, call]);
  return (
    <div class="call-actions wrap-up">
      {left > 0 && <Ring left={left} whole={(card?.task.wrapUpSeconds ?? 0) * 1000} />}
      <SayNo row={call} attempt={call.id} />
      <Voicemail call={call} />
      {isOnTheLine(call) && <HangUp call={call} />}
      {isUnsent && isFree ? (
        <Button onClick={() => closeCall(call.id)}>{words.closeUnsent}</Button>
      ) : (
        <Button
          kind="primary"
          size="large"
          icon="check"
          busy={isWanted}
          onClick={() => setWanted(true)}
        >
          {isFree ? words.close : words.done}
        </Button>
      )}
    </div>
  );
}

/** A form that is not sent keeps its call on the desk. */
async function leave(call: AttemptView, isFree: boolean): Promise<void> {
  const isFinished = isFree || (await finishWrapUp());
  if (isFinished) ended.value = new Set([...ended.value, call.id]);
  if (isFinished && !needsForm(call.id)) closeCall(call.id);
}

/** The wrap-ups that were ended here before their time. */
const ended = signal<ReadonlySet<string>>(new Set());

function freeAtOf({ id, operatorFreeAt }: AttemptView): string | undefined {
  return ended.value.has(id) ? undefined : operatorFreeAt;
}

/** The operator may still hear the keypad dialog, or be told why it did not come to a talk. */
function isOnTheLine({ legs }: AttemptView): boolean {
  return legs.operator.state === 'answered' || legs.operator.state === 'ready';
}

/** A call that was never sent, or refused, kept them from nothing. */
function isNeverHeld({ outcome, legs }: AttemptView): boolean {
  return outcome !== undefined && legs.operator.state === 'none';
}

const radius = 20;
const circumference = 2 * Math.PI * radius;

/** A ring that empties as the wrap-up passes. */
function Ring({ left, whole }: { left: number; whole: number }) {
  const words = onCallWords();
  const share = whole > 0 ? Math.min(1, left / whole) : 1;
  return (
    <div class="wrap-ring" role="timer" aria-label={words.wrapUp} title={words.wrapUp}>
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r={radius} class="wrap-ring-rest" />
        <circle
          cx="24"
          cy="24"
          r={radius}
          class="wrap-ring-left"
          stroke-dasharray={circumference}
          stroke-dashoffset={circumference * (1 - share)}
        />
      </svg>
      <span class="numbers">{Math.ceil(left / 1000)}</span>
    </div>
  );
}
