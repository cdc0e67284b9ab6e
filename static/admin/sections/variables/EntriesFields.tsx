import type { ListEntries } from '../../../../src/shared/contract';
import { errorWithin } from '../../form-model/field-errors';
import type { FieldErrors } from '../../form-model/field-errors';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import type { ColumnValues } from './column-values';
import { FixedEntries } from './FixedEntries';
import { PanelEntries } from './PanelEntries';

interface EntriesFieldsProps {
  entries: ListEntries;
  onChange: (entries: ListEntries) => void;
  path: string;
  errors: FieldErrors;
  panelId: string | undefined;
  offers: readonly ColumnValues[];
}

const sources: Choice<ListEntries['from']>[] = [
  { value: 'fixed', label: 'Fixed entries' },
  { value: 'panel', label: 'The rows of another panel' },
];

/** The entries of a list: typed here, or one for each row of another panel. */
export function EntriesFields({ entries, onChange, path, errors, panelId, offers }: EntriesFieldsProps) {
  const choose = (from: ListEntries['from']): void => {
    if (from === entries.from) return;
    onChange(from === 'fixed' ? { from, entries: [] } : { from, panelId: '', valueColumn: '' });
  };
  return (
    <div className="sub-fields">
      <SelectInput label="Entries" className="field-medium" value={entries.from} choices={sources} onChange={choose} />
      {entries.from === 'fixed' ? (
        <FixedEntries
          entries={entries.entries}
          onChange={(next) => onChange({ from: 'fixed', entries: next })}
          error={errorWithin(errors, path)}
          offers={offers}
        />
      ) : (
        <PanelEntries entries={entries} onChange={onChange} path={path} errors={errors} panelId={panelId} />
      )}
    </div>
  );
}
