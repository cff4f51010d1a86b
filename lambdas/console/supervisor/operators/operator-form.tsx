import type { OperatorView } from '../../../contract/people.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Check, Switch } from '../../parts/switch.tsx';
import { FormGroup } from '../form-group.tsx';
import { type Problems, problemAt } from '../problems.ts';
import type { OperatorDraft } from './operator-draft.ts';
import { operatorWords } from './operator-words.ts';

export interface OperatorFormProps {
  draft: OperatorDraft;
  problems: Problems;
  /** Undefined for a new one. */
  operator: OperatorView | undefined;
  onChange: (part: Partial<OperatorDraft>) => void;
}

export function OperatorForm(props: OperatorFormProps) {
  const { groups, isAway } = operatorWords();
  const { draft, onChange } = props;
  return (
    <>
      <FormGroup title={groups.person} text={groups.personText}>
        <PersonFields {...props} />
      </FormGroup>
      <FormGroup title={groups.addresses} text={groups.addressesText}>
        <AddressFields {...props} />
      </FormGroup>
      <FormGroup title={groups.away} text={groups.awayText}>
        <Switch label={isAway} checked={draft.away} onChange={(away) => onChange({ away })} />
      </FormGroup>
      <FormGroup title={groups.dialIn} text={groups.dialInText}>
        <PinFields {...props} />
      </FormGroup>
    </>
  );
}

function PersonFields({ draft, problems, operator, onChange }: OperatorFormProps) {
  const words = operatorWords();
  return (
    <>
      <TextField
        label={words.name}
        value={draft.name}
        problem={problemAt(problems, 'name')}
        maxLength={200}
        onInput={(name) => onChange({ name })}
      />
      {operator === undefined && (
        <TextField
          label={words.id}
          help={words.idHelp}
          value={draft.id}
          problem={problemAt(problems, 'id')}
          maxLength={32}
          onInput={(id) => onChange({ id: id.trim() })}
        />
      )}
    </>
  );
}

const mostAddresses = 10;

function AddressFields({ draft: { addresses }, problems, onChange }: OperatorFormProps) {
  const words = operatorWords();
  const change = (at: number, address: string) =>
    onChange({ addresses: addresses.map((it, index) => (index === at ? address : it)) });
  return (
    <>
      {addresses.map((address, at) => (
        <div key={at} class="address-field">
          <TextField
            label={words.address(at + 1)}
            {...(at === 0 && { help: words.addressHelp })}
            value={address}
            problem={problemAt(problems, `addresses.${at}`)}
            onInput={(value) => change(at, value)}
          />
          {addresses.length > 1 && (
            <Button
              kind="bare"
              icon="close"
              label={words.removeAddress(at + 1)}
              onClick={() => onChange({ addresses: addresses.filter((_, index) => index !== at) })}
            />
          )}
        </div>
      ))}
      {addresses.length < mostAddresses && (
        <div>
          <Button
            icon="plus"
            size="small"
            onClick={() => onChange({ addresses: [...addresses, ''] })}
          >
            {words.addAddress}
          </Button>
        </div>
      )}
    </>
  );
}

function PinFields({ draft, problems, operator, onChange }: OperatorFormProps) {
  const words = operatorWords();
  const hasPin = operator?.hasPin ?? false;
  return (
    <>
      {!draft.removesPin && (
        <TextField
          label={words.newPin}
          help={hasPin ? words.pinKept : words.pinHelp}
          optional
          type="password"
          inputMode="numeric"
          maxLength={8}
          value={draft.pin}
          problem={problemAt(problems, 'pin')}
          onInput={(pin) => onChange({ pin })}
        />
      )}
      {hasPin && (
        <Check
          label={words.removePin}
          checked={draft.removesPin}
          onChange={(removesPin) => onChange({ removesPin, pin: '' })}
        />
      )}
    </>
  );
}
