import type { PageTarget } from '../../../../src/shared/contract';
import type { FieldErrors } from '../../form-model/field-errors';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';

const places = [
  { value: 'parameter', label: 'Query parameter' },
  { value: 'body', label: 'Body field' },
  { value: 'header', label: 'Header' },
] as const;

interface TargetFieldsProps {
  /** What goes there, as in `Cursor`. */
  what: string;
  target: PageTarget;
  onChange: (target: PageTarget) => void;
  /** Path of the target in field errors. */
  path: string;
  errors: FieldErrors;
  /** The API may do without it. */
  optional?: boolean;
}

/** Where in the next request a cursor or number goes. */
export function TargetFields({ what, target, onChange, path, errors, optional }: TargetFieldsProps) {
  return (
    <div className="field-pair">
      <SelectInput
        label={`${what} goes into`}
        value={target.in}
        choices={places}
        onChange={(place) => onChange({ ...target, in: place })}
        error={errors[`${path}.in`] ?? errors[path]}
      />
      <TextInput
        label={`${what} name`}
        optional={optional}
        value={target.name}
        onChange={(name) => onChange({ ...target, name })}
        error={errors[`${path}.name`]}
        help={target.in === 'body' ? 'A path of names, such as variables.after or params[0].cursor.' : undefined}
        monospaced
      />
    </div>
  );
}
