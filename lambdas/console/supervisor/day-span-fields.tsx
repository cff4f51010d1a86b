import { TextField } from '../parts/field.tsx';
import { refine } from './place.ts';
import { supervisorWords } from './supervisor-words.ts';

/** Two days in the page's address, both included; the second never comes before the first. */
export function DaySpanFields({ from, to }: { from: string; to: string }) {
  const words = supervisorWords();
  return (
    <>
      <TextField
        label={words.from}
        type="date"
        value={from}
        onInput={(value) => value !== '' && refine({ from: value, to: value > to ? value : to })}
      />
      <TextField
        label={words.to}
        type="date"
        value={to}
        min={from}
        onInput={(value) => value !== '' && refine({ from, to: value })}
      />
    </>
  );
}
