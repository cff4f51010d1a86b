import { Icon } from '../../../parts/icon.tsx';
import { onCallWords } from '../on-call-words.ts';

const radius = 20;
const circumference = 2 * Math.PI * radius;

export interface WrapUpRingProps {
  /** Milliseconds. */
  left: number;
  whole: number;
  /** Somebody writes: more time is taken before it runs out. */
  isPaused: boolean;
}

/** A ring that empties as the wrap-up passes, and waits while a form is written. */
export function WrapUpRing({ left, whole, isPaused }: WrapUpRingProps) {
  const words = onCallWords();
  const share = isPaused || whole <= 0 ? 1 : Math.min(1, left / whole);
  const label = isPaused ? words.wrapUpWaits : words.wrapUp;
  return (
    <div
      class="wrap-ring"
      role="timer"
      aria-label={label}
      title={label}
      data-paused={isPaused ? '' : undefined}
    >
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
      <span class="numbers">{isPaused ? <Icon name="edit" /> : Math.ceil(left / 1000)}</span>
    </div>
  );
}
