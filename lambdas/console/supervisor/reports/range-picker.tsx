import { TextField } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { refine } from '../place.ts';
import { type ChosenRange, type RangeName, rangeNames } from './report-range.ts';
import { reportWords } from './report-words.ts';

export function RangePicker({ range }: { range: ChosenRange }) {
  const words = reportWords();
  const options = rangeNames.map((value) => ({ value, label: words.ranges[value] }));
  const choose = (name: RangeName) => {
    const { from, to } = range;
    const days = name === 'own' ? { from, to } : { from: '', to: '' };
    refine({ range: name, by: '', ...days });
  };
  return (
    <div class="range">
      <Segments label={words.range} value={range.name} options={options} onChange={choose} />
      {range.sizes.length > 1 && (
        <Segments
          label={words.slots}
          value={range.by}
          options={range.sizes.map((value) => ({ value, label: words.by[value] }))}
          onChange={(by) => refine({ by })}
        />
      )}
      {range.name === 'own' && <OwnDays range={range} />}
    </div>
  );
}

function OwnDays({ range: { from, to } }: { range: ChosenRange }) {
  const words = reportWords();
  return (
    <div class="two-fields">
      <TextField
        label={words.from}
        type="date"
        value={from}
        max={to}
        onInput={(value) => value !== '' && refine({ from: value })}
      />
      <TextField
        label={words.to}
        type="date"
        value={to}
        min={from}
        onInput={(value) => value !== '' && refine({ to: value })}
      />
    </div>
  );
}
