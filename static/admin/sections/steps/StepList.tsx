import Button from '@atlaskit/button/new';
import type { RowStep, StepKind } from '../../../../src/shared/contract';
import { ItemButtons, ItemList } from '../../fields/ItemList';
import type { Item } from '../../form-model/items';
import { newItem, valuesOf } from '../../form-model/items';
import { nextKey } from '../../form-model/panel/column-keys';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import { columnsAfter, offeredColumns } from '../../form-model/panel/columns-after';
import { rowStepForms } from './row-step-forms';
import { StepFields } from './StepFields';

const kinds = Object.keys(rowStepForms) as StepKind[];

/** The row steps in their order, each offered the columns that the one before it left. */
export function StepList({ state }: { state: PanelFormState }) {
  const { values, errors, change } = state;
  const { columns, rowSteps } = values;
  const variables = valuesOf(values.variables);
  const steps = valuesOf(rowSteps);
  const columnsBefore = (position: number) => columnsAfter(offeredColumns(columns), steps.slice(0, position));
  const newKey = (): string => nextKey(columns, steps);
  const put = (next: Item<RowStep>[]): void => change({ rowSteps: next }, 'rowSteps');
  const replace = (position: number, step: RowStep): void =>
    change(
      { rowSteps: rowSteps.map((item, index) => (index === position ? { ...item, value: step } : item)) },
      `rowSteps.${position}`,
    );
  const add = (kind: StepKind): void => {
    const step = rowStepForms[kind].make(columnsBefore(steps.length), newKey());
    put([...rowSteps, newItem<RowStep>(step)]);
  };
  return (
    <div className="steps">
      <ItemList
        noun="row step"
        entries={rowSteps}
        onChange={put}
        idOf={({ itemId }) => itemId}
        nameOf={({ value }, position) => `row step ${position + 1}, ${rowStepForms[value.kind].title.toLowerCase()}`}
      >
        {({ value }, position, controls) => (
          <>
            <div className="item-head">
              <h4>{rowStepForms[value.kind].title}</h4>
              <ItemButtons controls={controls} />
            </div>
            <StepFields
              step={value}
              onChange={(step) => replace(position, step)}
              columns={columnsBefore(position)}
              variables={variables}
              errors={errors}
              path={`rowSteps.${position}`}
              newKey={newKey}
            />
            {errors[`rowSteps.${position}`] ? <p className="field-error">{errors[`rowSteps.${position}`]}</p> : null}
          </>
        )}
      </ItemList>
      {errors.rowSteps ? <p className="field-error">{errors.rowSteps}</p> : null}
      <div className="row-of-buttons" role="group" aria-label="Add a row step">
        {kinds.map((kind) => (
          <Button key={kind} spacing="compact" isDisabled={columns.length === 0} onClick={() => add(kind)}>
            {rowStepForms[kind].action}
          </Button>
        ))}
      </div>
      {columns.length === 0 ? <p className="field-help">Row steps work on columns. Add columns first.</p> : null}
    </div>
  );
}
