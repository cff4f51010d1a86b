import { useState } from 'preact/hooks';
import { type Outcome, outcomeNames } from '../../../domain/attempt/outcomes.ts';
import { customerStates } from '../../../domain/views/customer-filter.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { outcomeName } from '../../words/call-words.ts';
import { place, refine } from '../place.ts';
import { customerWords } from './customer-words.ts';

const orders = ['ascending', 'descending', 'due'] as const;

export interface CustomerFiltersProps {
  /** Names of columns that can be looked into. */
  columns: readonly string[];
}

/** What is looked for; it stands in the address, but for what was typed: names have no place there. */
export function CustomerFilters({ columns }: CustomerFiltersProps) {
  const words = customerWords();
  const { query } = place.value;
  const hasMore = Boolean(query.column || query.outcome);
  const [isOpen, setOpen] = useState(hasMore);
  const states = customerStates.map((value) => ({ value, label: words.states[value] }));
  return (
    <div class="customer-filters">
      <SelectField
        label={words.state}
        value={query.state ?? ''}
        options={[{ value: '', label: words.anyState }, ...states]}
        onChange={(state) => refine({ state })}
      />
      <SelectField
        label={words.order}
        value={query.order ?? 'ascending'}
        options={orders.map((value) => ({ value, label: words.orders[value] }))}
        onChange={(order) => refine({ order })}
      />
      {isOpen ? (
        <MoreFilters columns={columns} />
      ) : (
        <Button kind="bare" onClick={() => setOpen(true)}>
          {words.moreFilters}
        </Button>
      )}
      <p class="soft small">{words.orderHelp}</p>
    </div>
  );
}

function MoreFilters({ columns }: CustomerFiltersProps) {
  const words = customerWords();
  const { column = '', holds = '', outcome = '' } = place.value.query;
  const names = columns.includes(column) || column === '' ? columns : [column, ...columns];
  const outcomes = outcomeNames.map((value: Outcome) => ({ value, label: outcomeName(value) }));
  return (
    <>
      <SelectField
        label={words.column}
        value={column}
        options={[
          { value: '', label: words.anyColumn },
          ...['tel', ...names].map((value) => ({ value, label: value })),
        ]}
        onChange={(value) => refine({ column: value, ...(value === '' && { holds: '' }) })}
      />
      {column !== '' && (
        <TextField
          label={words.columnText}
          help={words.columnHelp}
          value={holds}
          maxLength={200}
          onInput={(value) => refine({ holds: value })}
        />
      )}
      <SelectField
        label={words.lastOutcome}
        value={outcome}
        options={[{ value: '', label: words.anyOutcome }, ...outcomes]}
        onChange={(value) => refine({ outcome: value })}
      />
    </>
  );
}
