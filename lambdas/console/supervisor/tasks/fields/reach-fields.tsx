import { numberKinds } from '../../../../domain/basics/number-kind.ts';
import { FieldGroup, TextField } from '../../../parts/field.tsx';
import { Check } from '../../../parts/switch.tsx';
import { problemAt } from '../../problems.ts';
import { reachWords } from './reach-words.ts';
import type { TaskFormProps } from './task-form-props.ts';

/** Where the task may call, whom a row may name as its operator, and whether strangers get rows. */
export function ReachFields({ draft, problems, onChange }: TaskFormProps) {
  const words = reachWords();
  const change = (reach: Partial<typeof draft.reach>) =>
    onChange({ reach: { ...draft.reach, ...reach } });
  return (
    <>
      <TextField
        label={words.countries}
        help={words.countriesHelp}
        value={draft.reach.countries}
        problem={problemAt(problems, 'allowedCountries')}
        onInput={(countries) => change({ countries: countries.toUpperCase() })}
      />
      <KindBoxes draft={draft} change={change} />
      <Check
        label={words.unregistered}
        checked={draft.reach.allowUnregisteredOperators}
        onChange={(allowUnregisteredOperators) => change({ allowUnregisteredOperators })}
      />
      <Check
        label={words.unknownCallers}
        checked={draft.reach.attachUnknownCallers}
        onChange={(attachUnknownCallers) => change({ attachUnknownCallers })}
      />
    </>
  );
}

interface KindBoxesProps extends Pick<TaskFormProps, 'draft'> {
  change: (reach: { kinds: TaskFormProps['draft']['reach']['kinds'] }) => void;
}

function KindBoxes({ draft, change }: KindBoxesProps) {
  const words = reachWords();
  const { kinds } = draft.reach;
  return (
    <FieldGroup label={words.kinds} help={words.kindsHelp}>
      {numberKinds.map((kind) => (
        <Check
          key={kind}
          label={words.kindNames[kind]}
          checked={kinds.includes(kind)}
          onChange={(isAllowed) =>
            change({
              kinds: numberKinds.filter((it) => (it === kind ? isAllowed : kinds.includes(it))),
            })
          }
        />
      ))}
    </FieldGroup>
  );
}
