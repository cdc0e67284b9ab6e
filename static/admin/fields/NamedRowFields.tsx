import Textfield from '@atlaskit/textfield';
import { IconButton } from './IconButton';
import { secretPlaceholder } from './SecretInput';
import type { NamedRow } from '../form-model/named-rows';

interface NamedRowFieldsProps {
  row: NamedRow;
  label: string;
  error: string | undefined;
  namePlaceholder: string | undefined;
  valuePlaceholder: string | undefined;
  isStored: ((row: NamedRow) => boolean) | undefined;
  removeLabel: string;
  edit: (patch: Partial<NamedRow>) => void;
  remove: () => void;
}

/** The fields of one row; the value of a secret one is typed blind and never comes back. */
export function NamedRowFields(props: NamedRowFieldsProps) {
  const { row, label, error, isStored, edit } = props;
  const errorId = `row-error-${row.rowId}`;
  const shared = {
    isMonospaced: true,
    isCompact: true,
    isInvalid: error !== undefined,
    'aria-describedby': error ? errorId : undefined,
  };
  const valuePlaceholder = row.secret ? secretPlaceholder(isStored?.(row) ?? false) : props.valuePlaceholder;
  return (
    <>
      <div className={isStored ? 'named-row named-row-secret' : 'named-row'}>
        <Textfield
          {...shared}
          aria-label={`Name of ${label}`}
          placeholder={props.namePlaceholder}
          value={row.name}
          autoComplete="off"
          onChange={(event) => edit({ name: event.currentTarget.value })}
        />
        <Textfield
          {...shared}
          type={row.secret ? 'password' : 'text'}
          aria-label={`Value of ${label}`}
          placeholder={valuePlaceholder}
          value={row.value}
          autoComplete={row.secret ? 'new-password' : 'off'}
          onChange={(event) => edit({ value: event.currentTarget.value })}
        />
        {isStored ? (
          <label className="choice">
            <input
              type="checkbox"
              checked={row.secret}
              aria-label={`Secret: ${label}`}
              onChange={(event) => edit({ secret: event.currentTarget.checked })}
            />
            Secret
          </label>
        ) : null}
        <IconButton icon="remove" label={props.removeLabel} onClick={props.remove} />
      </div>
      {error ? (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      ) : null}
    </>
  );
}
