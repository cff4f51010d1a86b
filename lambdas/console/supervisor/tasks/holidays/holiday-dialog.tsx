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

/** Which days are chosen: those off by law to begin with, but for what was turned since. */
function useChoice(first: string, calendars: Calendars) {
  const [place, setPlace] = useState({ country: first, state: '', region: '' });
  const [year, setYear] = useState(new Date().getFullYear());
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const days = calendars.daysOff(place, year, language.value).map((day) => ({
    ...day,
    isChosen: day.isPublic !== turned.has(day.date),
  }));
  const change = (to: Partial<typeof place>, other = year) => {
    setPlace({ ...place, ...to });
    setYear(other);
    setTurned(new Set());
  };
  const turn = (date: string) => {
    const others = [...turned].filter((it) => it !== date);
    setTurned(new Set(turned.has(date) ? others : [...others, date]));
  };
  return { place, year, days, change, turn };
}

type Choice = ReturnType<typeof useChoice>;

function Picker({
  country,
  calendars,
  onAdd,
  onClose,
}: HolidayDialogProps & { calendars: Calendars }) {
  const words = holidayWords();
  const choice = useChoice(country, calendars);
  const chosen = choice.days.filter(({ isChosen }) => isChosen);
  const add = () => {
    onAdd(chosen);
    onClose();
  };
  const actions = (
    <>
      <Button onClick={onClose}>{words.cancel}</Button>
      <Button kind="primary" type="submit" disabled={chosen.length === 0}>
        {words.add(chosen.length)}
      </Button>
    </>
  );
  return (
    <Dialog title={words.title} onClose={onClose} onSubmit={add} actions={actions}>
      <PlaceFields place={choice.place} calendars={calendars} change={choice.change} />
      <YearField {...choice} />
      <DayFields {...choice} />
    </Dialog>
  );
}

function YearField({ year, change }: Pick<Choice, 'year' | 'change'>) {
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: yearsAhead }, (_, n) => String(thisYear + n));
  return (
    <SelectField
      label={holidayWords().year}
      value={String(year)}
      options={years.map((value) => ({ value, label: value }))}
      onChange={(value) => change({}, Number(value))}
    />
  );
}

function DayFields({ days, turn }: Pick<Choice, 'days' | 'turn'>) {
  const words = holidayWords();
  return (
    <FieldGroup label={words.days} help={words.source}>
      {days.length === 0 && <p class="soft">{words.none}</p>}
      {days.map(({ date, name, isChosen }) => (
        <Check
          key={date}
          label={`${date} ${name}`}
          checked={isChosen}
          onChange={() => turn(date)}
        />
      ))}
    </FieldGroup>
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
