import { TextField } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { refine } from '../place.ts';
import { type DayRange, type RangeName, rangeNames } from './report-range.ts';
import { reportWords } from './report-words.ts';

export function RangePicker({ range }: { range: DayRange & { name: RangeName } }) {
  const words = reportWords();
  const options = rangeNames.map((value) => ({ value, label: words.ranges[value] }));
  const choose = (name: RangeName) => {
    const { from, to } = range;
    refine(name === 'own' ? { range: name, from, to } : { range: name, from: '', to: '' });
  };
  return (
    <div class="range">
      <Segments label={words.range} value={range.name} options={options} onChange={choose} />
      {range.name === 'own' && (
        <div class="two-fields">
          <TextField
            label={words.from}
            type="date"
            value={range.from}
            max={range.to}
            onInput={(from) => from !== '' && refine({ from })}
          />
          <TextField
            label={words.to}
            type="date"
            value={range.to}
            min={range.from}
            onInput={(to) => to !== '' && refine({ to })}
          />
        </div>
      )}
    </div>
  );
}
