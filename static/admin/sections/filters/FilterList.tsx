import Button from '@atlaskit/button/new';
import type { FilterStep } from '../../../../src/shared/contract';
import { ItemButtons, ItemList } from '../../fields/ItemList';
import type { Item } from '../../form-model/items';
import { newItem } from '../../form-model/items';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import { FilterFields } from './FilterFields';

/** The filter steps in their order; the first selects the rows and stays the first. */
export function FilterList({ state }: { state: PanelFormState }) {
  const { values, errors, change } = state;
  const { filters } = values;
  const put = (next: Item<FilterStep>[]): void => change({ filters: next }, 'filters');
  const edit = (position: number, patch: Partial<FilterStep>, member: string): void =>
    change(
      {
        filters: filters.map((item, index) =>
          index === position ? { ...item, value: { ...item.value, ...patch } } : item,
        ),
      },
      'filters',
      `filters.${position}.${member}`,
    );
  return (
    <div className="steps">
      <ItemList
        noun="filter"
        entries={filters}
        onChange={put}
        idOf={({ itemId }) => itemId}
        nameOf={(_, position) => `filter ${position + 1}`}
        isFixed={(position) => position === 0}
      >
        {({ value }, position, controls) => (
          <FilterFields
            filter={value}
            position={position}
            error={errors[`filters.${position}.selector`] ?? errors[`filters.${position}`]}
            unfoldError={errors[`filters.${position}.unfold`]}
            buttons={<ItemButtons controls={controls} />}
            edit={(patch, member) => edit(position, patch, member)}
          />
        )}
      </ItemList>
      {errors.filters ? <p className="field-error">{errors.filters}</p> : null}
      <Button spacing="compact" onClick={() => put([...filters, newItem({ selector: '' })])}>
        Add filter
      </Button>
    </div>
  );
}
