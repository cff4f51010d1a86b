import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { FieldGroup, SelectField } from '../../../parts/field.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { Check } from '../../../parts/switch.tsx';
import { language } from '../../../words/language.ts';
import { countryOptions } from '../places.ts';
import { holidayWords } from './holiday-words.ts';

type Calendars = typeof import('./holiday-calendars.ts');

interface HolidayDialogProps {
  country: string;
  onAdd: (days: readonly { date: string; name: string }[]) => void;
  onClose: () => void;
}

/** A country's days off in a year, from which those are picked on which nobody is called. */
export function HolidayDialog(props: HolidayDialogProps) {
  const words = holidayWords();
  const calendars = useCalendars();
  if (calendars !== undefined && calendars !== 'unreachable')
    return <Picker {...props} calendars={calendars} />;
  return (
    <Dialog title={words.title} onClose={props.onClose}>
      {calendars === undefined ? (
        <p>{words.loading}</p>
      ) : (
        <Notice tone="bad">{words.failed}</Notice>
      )}
    </Dialog>
  );
}

function useCalendars(): Calendars | 'unreachable' | undefined {
  const [calendars, setCalendars] = useState<Calendars | 'unreachable'>();
  useEffect(() => {
    import('./holiday-calendars.ts').then(setCalendars, () => setCalendars('unreachable'));
  }, []);
  return calendars;
}

const yearsAhead = 3;

function Picker({
  country: first,
  calendars,
  onAdd,
  onClose,
}: HolidayDialogProps & { calendars: Calendars }) {
  const words = holidayWords();
  const thisYear = new Date().getFullYear();
  const [place, setPlace] = useState({ country: first, state: '', region: '' });
  const [year, setYear] = useState(String(thisYear));
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const days = calendars.daysOff(place, Number(year), language.value);
  // the days off by law are chosen to begin with
  const isChosen = (day: (typeof days)[number]) => day.isPublic !== turned.has(day.date);
  const chosen = days.filter(isChosen);
  const change = (to: Partial<typeof place>) => {
    setPlace({ ...place, ...to });
    setTurned(new Set());
  };
  const turn = (date: string) =>
    setTurned(
      new Set(turned.has(date) ? [...turned].filter((it) => it !== date) : [...turned, date]),
    );
  const add = () => {
    onAdd(chosen);
    onClose();
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSubmit={add}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" type="submit" disabled={chosen.length === 0}>
            {words.add(chosen.length)}
          </Button>
        </>
      }
    >
      <PlaceFields place={place} calendars={calendars} change={change} />
      <SelectField
        label={words.year}
        value={year}
        options={Array.from({ length: yearsAhead }, (_, n) => {
          const value = String(thisYear + n);
          return { value, label: value };
        })}
        onChange={(value) => {
          setYear(value);
          setTurned(new Set());
        }}
      />
      <FieldGroup label={words.days} help={words.source}>
        {days.length === 0 && <p class="soft">{words.none}</p>}
        {days.map((day) => (
          <Check
            key={day.date}
            label={`${day.date} ${day.name}`}
            checked={isChosen(day)}
            onChange={() => turn(day.date)}
          />
        ))}
      </FieldGroup>
    </Dialog>
  );
}

interface PlaceFieldsProps {
  place: { country: string; state: string; region: string };
  calendars: Calendars;
  change: (to: Partial<PlaceFieldsProps['place']>) => void;
}

function PlaceFields({ place, calendars, change }: PlaceFieldsProps) {
  const words = holidayWords();
  const known = new Set(calendars.calendarCountries());
  const countries = countryOptions(place.country).filter(({ value }) => known.has(value));
  const states = optionsOf(calendars.statesOf(place), words.whole);
  const regions = optionsOf(calendars.regionsOf(place), words.whole);
  return (
    <>
      <SelectField
        label={words.country}
        value={place.country}
        options={countries}
        onChange={(country) => change({ country, state: '', region: '' })}
      />
      {states.length > 1 && (
        <SelectField
          label={words.state}
          value={place.state}
          options={states}
          onChange={(state) => change({ state, region: '' })}
        />
      )}
      {regions.length > 1 && (
        <SelectField
          label={words.region}
          value={place.region}
          options={regions}
          onChange={(region) => change({ region })}
        />
      )}
    </>
  );
}

function optionsOf(names: Record<string, string>, whole: string) {
  const options = Object.entries(names).map(([value, label]) => ({ value, label }));
  return [{ value: '', label: whole }, ...options];
}
