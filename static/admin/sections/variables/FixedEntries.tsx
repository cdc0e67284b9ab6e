import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useRef } from 'react';
import type { VariableEntry } from '../../../../src/shared/contract';
import { IconButton } from '../../fields/IconButton';
import { SelectInput } from '../../fields/SelectInput';
import type { ColumnValues } from './column-values';
import { entriesOf } from './column-values';

interface FixedEntriesProps {
  entries: readonly VariableEntry[];
  onChange: (entries: VariableEntry[]) => void;
  error: string | undefined;
  /** Columns whose values can be the entries. */
  offers: readonly ColumnValues[];
}

/** Entries with a value each, and a label where readers should see another text. */
export function FixedEntries({ entries, onChange, error, offers }: FixedEntriesProps) {
  const adder = useRef<HTMLButtonElement>(null);
  const edit = (index: number, patch: Partial<VariableEntry>): void =>
    onChange(entries.map((entry, place) => (place === index ? { ...entry, ...patch } : entry)));
  const fill = (key: string): void => {
    const offer = offers.find(({ column }) => column.key === key);
    if (offer) onChange(entriesOf(offer.found, entries));
  };
  return (
    <div className="rows">
      {offers.length > 0 ? (
        <SelectInput
          label="Fill from the values of a column"
          optional
          className="field-medium"
          value={undefined}
          choices={offers.map(({ column, found }) => ({
            value: column.key,
            label: `${column.label || column.key} (${found.length})`,
          }))}
          onChange={fill}
          placeholder="Choose a column"
          help="As found in this response. You can change them afterwards."
        />
      ) : null}
      {entries.length > 0 ? (
        <div className="named-row variable-heads" aria-hidden="true">
          <span>Value</span>
          <span>Label</span>
        </div>
      ) : null}
      {entries.map((entry, index) => (
        <div className="named-row" key={index}>
          <Textfield
            isCompact
            aria-label={`Value of entry ${index + 1}`}
            value={entry.value}
            onChange={(event) => edit(index, { value: event.currentTarget.value })}
          />
          <Textfield
            isCompact
            aria-label={`Label of entry ${index + 1}`}
            value={entry.label}
            placeholder={entry.value}
            onChange={(event) => edit(index, { label: event.currentTarget.value })}
          />
          <IconButton
            icon="remove"
            label={`Remove entry ${index + 1}`}
            onClick={() => {
              onChange(entries.toSpliced(index, 1));
              adder.current?.focus();
            }}
          />
        </div>
      ))}
      {error ? <p className="field-error">{error}</p> : null}
      <Button ref={adder} spacing="compact" onClick={() => onChange([...entries, { value: '', label: '' }])}>
        Add entry
      </Button>
    </div>
  );
}
