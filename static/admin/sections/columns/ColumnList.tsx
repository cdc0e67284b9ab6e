import Button from '@atlaskit/button/new';
import { ItemList } from '../../fields/ItemList';
import type { KeyedColumn } from '../../form-model/panel/column-keys';
import { nextKey } from '../../form-model/panel/column-keys';
import { valuesOf } from '../../form-model/items';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import { ColumnItem } from './ColumnItem';

interface ColumnListProps {
  state: PanelFormState;
  /** The values that a column has in the response. */
  foundOf: (column: KeyedColumn) => readonly string[];
}

/** The columns in the order of the table. */
export function ColumnList({ state, foundOf }: ColumnListProps) {
  const { values, errors, change } = state;
  const { columns, rowSteps } = values;
  const put = (next: KeyedColumn[]): void => change({ columns: next }, 'columns');
  const edit = (position: number, patch: Partial<KeyedColumn>, members: string[]): void =>
    change(
      { columns: columns.map((column, index) => (index === position ? { ...column, ...patch } : column)) },
      ...members.map((member) => `columns.${position}.${member}`),
    );
  const add = (): void =>
    put([...columns, { key: nextKey(columns, valuesOf(rowSteps)), label: '', selector: '', type: 'text' }]);
  return (
    <>
      <ItemList
        noun="column"
        entries={columns}
        onChange={put}
        idOf={({ key }) => key}
        nameOf={({ label }, position) => label || `column ${position + 1}`}
      >
        {(column, position, controls) => (
          <ColumnItem
            column={column}
            position={position}
            errors={errors}
            controls={controls}
            found={foundOf(column)}
            edit={(patch, ...members) => edit(position, patch, members)}
          />
        )}
      </ItemList>
      {errors.columns ? <p className="field-error">{errors.columns}</p> : null}
      <Button spacing="compact" appearance="subtle" onClick={add}>
        Add column by hand
      </Button>
    </>
  );
}
