import { partWords } from './part-words.ts';

/** Stands in for what is being loaded. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div class="dialog-body" role="status">
      <span class="unseen">{partWords().loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} class="bone" style={{ width: `${widths[line % widths.length]}%` }} />
      ))}
    </div>
  );
}

const widths = [90, 70, 80, 55];
