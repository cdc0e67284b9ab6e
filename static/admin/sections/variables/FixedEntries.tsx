import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useRef } from 'react';
import type { VariableEntry } from '../../../../src/shared/contract';
import { IconButton } from '../../fields/IconButton';

interface FixedEntriesProps {
  entries: readonly VariableEntry[];
  onChange: (entries: VariableEntry[]) => void;
  error: string | undefined;
}

/** Entries with a value each, and a label where readers should see another text. */
export function FixedEntries({ entries, onChange, error }: FixedEntriesProps) {
  const adder = useRef<HTMLButtonElement>(null);
  const edit = (index: number, patch: Partial<VariableEntry>): void =>
    onChange(entries.map((entry, place) => (place === index ? { ...entry, ...patch } : entry)));
  return (
    <div className="rows">
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
