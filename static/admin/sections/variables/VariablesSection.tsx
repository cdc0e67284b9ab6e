import Button from '@atlaskit/button/new';
import type { PanelVariable } from '../../../../src/shared/contract';
import { ItemButtons, ItemList } from '../../fields/ItemList';
import type { Item } from '../../form-model/items';
import { newItem, valuesOf } from '../../form-model/items';
import type { KeyedColumn } from '../../form-model/panel/column-keys';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import { PagesShowing } from '../pages/PagesShowing';
import { isList } from './column-values';
import { VariableFields } from './VariableFields';
import { newVariable } from './variable-types';

interface VariablesSectionProps {
  state: PanelFormState;
  /** The values that a column has in the response. */
  foundOf: (column: KeyedColumn) => readonly string[];
}

/** What the reader may set, and where its values go. */
export function VariablesSection({ state, foundOf }: VariablesSectionProps) {
  const { values, errors, change } = state;
  const { variables } = values;
  const offers = values.columns.map((column) => ({ column, found: foundOf(column) })).filter(isList);
  const { stored } = state;
  const storedVariables = stored?.settings.variables ?? [];
  const storedKeys = storedVariables.map(({ key }) => key);
  const isChanged = JSON.stringify(storedVariables) !== JSON.stringify(valuesOf(variables));
  const put = (next: Item<PanelVariable>[]): void => change({ variables: next }, 'variables');
  const replace = (position: number, variable: PanelVariable): void =>
    change(
      { variables: variables.map((item, index) => (index === position ? { ...item, value: variable } : item)) },
      `variables.${position}`,
    );
  return (
    <div className="steps">
      <p className="field-help">
        Readers set variables above the result. <code>{'{$.key}'}</code> is replaced with the value in filters, in
        conditions of row steps and in the request. <code>{'{$.a || $.b}'}</code> uses the second if the first is empty.
        Confluence adds <code>{'{$.user.displayName}'}</code>, <code>{'{$.space.key}'}</code>,{' '}
        <code>{'{$.page.title}'}</code>, <code>{'{$.now}'}</code> and the like.
      </p>
      <ItemList
        noun="variable"
        entries={variables}
        onChange={put}
        idOf={({ itemId }) => itemId}
        nameOf={({ value }, position) => `variable ${value.label || value.key || position + 1}`}
      >
        {({ value }, position, controls) => (
          <VariableFields
            variable={value}
            path={`variables.${position}`}
            errors={errors}
            buttons={<ItemButtons controls={controls} />}
            panelId={state.stored?.id}
            offers={offers}
            isStored={storedKeys.includes(value.key)}
            onChange={(next) => replace(position, next)}
          />
        )}
      </ItemList>
      {errors.variables ? <p className="field-error">{errors.variables}</p> : null}
      {stored && isChanged ? (
        <PagesShowing panelIds={[stored.id]}>
          These pages show the panel. After Save, what their macros and links set for a variable that is gone no longer
          counts:
        </PagesShowing>
      ) : null}
      <Button spacing="compact" onClick={() => put([...variables, newItem(newVariable(valuesOf(variables)))])}>
        Add variable
      </Button>
    </div>
  );
}
