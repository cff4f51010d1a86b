import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { AttemptView, Card } from '../../../../contract/calls.ts';
import { now } from '../../../browser/clock.ts';
import { Button } from '../../../parts/button.tsx';
import { keys } from '../../keys/key-list.ts';
import { finishWrapUp } from '../../presence/presence.ts';
import { onCallWords } from '../on-call-words.ts';
import { closeCall, needsForm } from '../state/calls.ts';
import {
  holdWhileWriting,
  isWriting,
  mayTakeTime,
  noteEnded,
  takeMoreTime,
  wrapUpLeft,
} from '../state/wrap-up-time.ts';
import { CloseUnsent } from './close-unsent.tsx';
import { HangUp } from './hang-up.tsx';
import { SayNo } from './say-no.tsx';
import { Voicemail } from './voicemail.tsx';
import { WrapUpRing } from './wrap-up-ring.tsx';

/** The calls after which the next one is wanted: said while their lines were still up, too. */
const wanted = signal<ReadonlySet<string>>(new Set());

export function wantNext(attempt: string): void {
  wanted.value = new Set([...wanted.value, attempt]);
}

function forgetWish(attempt: string): void {
  wanted.value = new Set([...wanted.value].filter((it) => it !== attempt));
}

/**
 * After the call: how long the next one waits, and the button that does not let it wait. The wrap-up
 * begins when the operator's own line has ended, a moment after the customer's: a click that comes
 * before is done then. While somebody writes, the clock stands still.
 */
export function WrapUp({ call, card }: { call: AttemptView; card: Card | undefined }) {
  const left = wrapUpLeft(call);
  useEffect(() => holdWhileWriting(call), [call, now.value]);
  return (
    <div class="call-actions wrap-up">
      {isOnTheLine(call) && <HangUp call={call} />}
      {left > 0 && <TimeLeft call={call} card={card} left={left} />}
      <SayNo row={call} attempt={call.id} />
      <Voicemail call={call} />
      <DoneButton call={call} />
    </div>
  );
}

interface TimeLeftProps {
  call: AttemptView;
  card: Card | undefined;
  left: number;
}

function TimeLeft({ call, card, left }: TimeLeftProps) {
  const words = onCallWords();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    await takeMoreTime(call);
    setBusy(false);
  };
  return (
    <>
      <WrapUpRing
        left={left}
        whole={(card?.task.wrapUpSeconds ?? 0) * 1000}
        isPaused={isWriting(call)}
      />
      {mayTakeTime(call) && (
        <Button icon="plus" keys={keys.moreTime} busy={busy} onClick={() => void take()}>
          {words.moreTime}
        </Button>
      )}
    </>
  );
}

function DoneButton({ call }: { call: AttemptView }) {
  const words = onCallWords();
  const isWanted = wanted.value.has(call.id);
  const isReleased = call.operatorFreeAt !== undefined || isNeverHeld(call);
  const isFree = isReleased && !(wrapUpLeft(call) > 0);
  useEffect(() => {
    if (isWanted && isReleased) void leave(call, isFree).then(() => forgetWish(call.id));
  }, [isWanted, isReleased, isFree, call]);
  if (needsForm(call.id) && isFree) return <CloseUnsent call={call} />;
  return (
    <Button
      kind="primary"
      size="large"
      icon="check"
      keys={keys.done}
      busy={isWanted}
      onClick={() => wantNext(call.id)}
    >
      {isFree ? words.close : words.done}
    </Button>
  );
}

/** A form that is not sent keeps its call on the desk. */
async function leave(call: AttemptView, isFree: boolean): Promise<void> {
  const isFinished = isFree || (await finishWrapUp());
  if (isFinished) noteEnded(call.id);
  if (isFinished && !needsForm(call.id)) closeCall(call.id);
}

/** The operator may still hear the keypad dialog, or be told why it did not come to a talk. */
function isOnTheLine({ legs }: AttemptView): boolean {
  return legs.operator.state === 'answered' || legs.operator.state === 'ready';
}

/** A call that was never sent, or refused, kept them from nothing. */
function isNeverHeld({ outcome, legs }: AttemptView): boolean {
  return outcome !== undefined && legs.operator.state === 'none';
}
