import type { Card } from '../../../contract/calls.ts';
import {
  type PromiseColumn,
  promiseColumnOf,
} from '../../../domain/script/fields/promise-fields.ts';
import type { Field } from '../../../domain/script/script.ts';
import { now } from '../../browser/clock.ts';
import { Button } from '../../parts/button.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { isoDay, span } from '../../words/times.ts';
import { FormField } from './form-field.tsx';
import { formWords } from './form-words.ts';
import type { FormKeeper } from './keeping/form-keeper.ts';
import { promiseCheck } from './promise-check.ts';
import { PromisePreview } from './promise-preview.tsx';

export interface PromiseFieldsProps {
  card: Card;
  keeper: FormKeeper;
  /** Those of one step that promise the next call. */
  fields: readonly Field[];
}

/** When to call again: often chosen moments, minutes, or a day and a time of the customer's clock. */
export function PromiseFields({ card, keeper, fields }: PromiseFieldsProps) {
  const words = formWords();
  const fieldFor = (column: PromiseColumn) => fields.find((it) => promiseColumnOf(it) === column);
  const minutes = fieldFor('callaftermin');
  const hasMinutes = minutes !== undefined && keeper.state.draft.value[minutes.id] !== undefined;
  const answers = { ...keeper.state.answers.value, ...keeper.state.draft.value };
  const check = promiseCheck.of(card, answers);
  const refused = check?.kind === 'refused' ? check : undefined;
  const set = (values: Partial<Record<PromiseColumn, string>>) => {
    for (const field of fields) {
      const column = promiseColumnOf(field);
      if (column) keeper.edit(field.id, values[column]);
    }
  };
  return (
    <div class="promise">
      <FieldGroup label={words.nextCall}>
        <QuickMoments card={card} fieldFor={fieldFor} set={set} />
        <div class="promise-fields">
          {fields.map((field) => (
            <FormField
              key={field.id}
              field={field}
              keeper={keeper}
              isPart
              refusal={refused?.column === promiseColumnOf(field) ? refused?.sentence : undefined}
              disabled={hasMinutes && field !== minutes}
            />
          ))}
        </div>
        <PromisePreview
          card={card}
          answers={answers}
          isRefusalElsewhere
          take={({ date, time }) => set({ date_callback: date, time_callback: time })}
        />
      </FieldGroup>
    </div>
  );
}

interface QuickMomentsProps {
  card: Card;
  fieldFor: (column: PromiseColumn) => Field | undefined;
  set: (values: Partial<Record<PromiseColumn, string>>) => void;
}

const quickMinutes = [15, 30, 60, 120];
const minuteMilliseconds = 60_000;
const dayMilliseconds = 86_400_000;
const morning = '10:00';

function QuickMoments({ card, fieldFor, set }: QuickMomentsProps) {
  const words = formWords();
  const tomorrow = isoDay(now.value + dayMilliseconds, card.zone);
  const takesDays = fieldFor('date_callback') && fieldFor('time_callback');
  return (
    <div class="quick">
      {fieldFor('callaftermin') &&
        quickMinutes.map((count) => (
          <Button key={count} size="small" onClick={() => set({ callaftermin: String(count) })}>
            {span(count * minuteMilliseconds)}
          </Button>
        ))}
      {takesDays && (
        <Button
          size="small"
          onClick={() => set({ date_callback: tomorrow, time_callback: morning })}
        >
          {words.tomorrowAt(morning)}
        </Button>
      )}
    </div>
  );
}
