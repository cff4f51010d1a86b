import { Button } from '../../../parts/button.tsx';
import { Segments } from '../../../parts/segments.tsx';
import { Check } from '../../../parts/switch.tsx';
import { problemAt } from '../../problems.ts';
import {
  type Hours,
  type TaskDraft,
  type Weekday,
  type Window,
  weekdays,
} from '../drafts/task-draft.ts';
import { taskWords } from '../task-words.ts';
import type { TaskFormProps } from './task-form-props.ts';

const officeHours: Window = ['09:00', '18:00'];
const officeWeek: Hours = Object.fromEntries(
  weekdays.slice(0, 5).map((day) => [day, [officeHours]]),
);

/** Calling hours by weekday: any number of windows a day, or none. */
export function HoursEditor({ draft: { hours }, problems, onChange }: TaskFormProps) {
  const words = taskWords();
  const set = (next: Hours | undefined): void =>
    onChange({ hours: next } satisfies Partial<TaskDraft>);
  const problem = problemAt(problems, 'callingHours');
  return (
    <div class="hours">
      <Segments
        label={words.hours}
        value={hours === undefined ? 'any' : 'hours'}
        options={[
          { value: 'any', label: words.hoursChoice.any },
          { value: 'hours', label: words.hoursChoice.hours },
        ]}
        onChange={(value) => set(value === 'any' ? undefined : officeWeek)}
      />
      {hours && (
        <>
          {weekdays.map((day, at) => (
            <DayHours
              key={day}
              name={words.weekdays[at] ?? day}
              windows={hours[day] ?? []}
              problem={problemAt(problems, `callingHours.${day}`)}
              onChange={(windows) => set(withDay(hours, day, windows))}
            />
          ))}
          <Button size="small" onClick={() => set(copiedMonday(hours))}>
            {words.copyHours}
          </Button>
        </>
      )}
      {problem !== undefined && <p class="small bad-text">{problem}</p>}
    </div>
  );
}

function withDay(hours: Hours, day: Weekday, windows: readonly Window[]): Hours {
  const { [day]: _, ...others } = hours;
  return windows.length === 0 ? others : { ...others, [day]: windows };
}

function copiedMonday(hours: Hours): Hours {
  return weekdays
    .slice(1, 5)
    .reduce((copied, day) => withDay(copied, day, hours['1'] ?? []), hours);
}

interface DayHoursProps {
  name: string;
  windows: readonly Window[];
  problem: string | undefined;
  onChange: (windows: readonly Window[]) => void;
}

function DayHours({ name, windows, problem, onChange }: DayHoursProps) {
  const words = taskWords();
  const isOpen = windows.length > 0;
  const change = (at: number, window: Window) =>
    onChange(windows.map((it, index) => (index === at ? window : it)));
  return (
    <div class="day-hours" data-problem={problem ? '' : undefined}>
      <Check
        label={name}
        checked={isOpen}
        onChange={(open) => onChange(open ? [officeHours] : [])}
      />
      <div class="windows">
        {!isOpen && <span class="soft">{words.closed}</span>}
        {windows.map((window, at) => (
          <WindowFields
            key={at}
            day={name}
            window={window}
            hasProblem={problem !== undefined}
            onChange={(next) => change(at, next)}
            onRemove={() => onChange(windows.filter((_, index) => index !== at))}
          />
        ))}
      </div>
      {isOpen && (
        <Button
          kind="bare"
          size="small"
          icon="plus"
          label={words.addHours(name)}
          onClick={() => onChange([...windows, ['18:00', '20:00']])}
        />
      )}
    </div>
  );
}

interface WindowFieldsProps {
  day: string;
  window: Window;
  hasProblem: boolean;
  onChange: (window: Window) => void;
  onRemove: () => void;
}

/** Texts, because a browser's own field for times knows no 24:00. */
function WindowFields({ day, window, hasProblem, onChange, onRemove }: WindowFieldsProps) {
  const words = taskWords();
  const [from, until] = window;
  return (
    <span class="window">
      <TimeInput
        label={words.from(day)}
        value={from}
        hasProblem={hasProblem}
        onInput={(value) => onChange([value, until])}
      />
      –
      <TimeInput
        label={words.until(day)}
        value={until}
        hasProblem={hasProblem}
        onInput={(value) => onChange([from, value])}
      />
      <Button
        kind="bare"
        size="small"
        icon="close"
        label={words.removeHours(day)}
        onClick={onRemove}
      />
    </span>
  );
}

interface TimeInputProps {
  label: string;
  value: string;
  hasProblem: boolean;
  onInput: (value: string) => void;
}

function TimeInput({ label, value, hasProblem, onInput }: TimeInputProps) {
  return (
    <input
      class="input numbers"
      aria-label={label}
      aria-invalid={hasProblem || undefined}
      inputMode="numeric"
      maxLength={5}
      placeholder="00:00"
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}
