import { Disclosure } from '../../fields/Disclosure';
import { hasErrorWithin } from '../../form-model/field-errors';
import { FilterList } from '../../sections/filters/FilterList';
import { StepList } from '../../sections/steps/StepList';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

/** Which rows there are and what is made of them: row steps for everyone, JSONPath for those who know it. */
export function RowsTab({ state }: { state: PanelFormState }) {
  const { filters } = state.values;
  const first = filters[0]?.value.selector ?? '';
  const summary = filters.length > 1 ? `${first} and ${filters.length - 1} more` : first;
  return (
    <div className="steps">
      <section className="steps" aria-labelledby="row-steps-title">
        <h3 id="row-steps-title">Row steps</h3>
        <p className="field-help">
          Applied in order to the rows and their columns: filter, compute, group or sort. No JSONPath needed.
        </p>
        <StepList state={state} />
      </section>
      <Disclosure title="Filters (JSONPath)" summary={summary} hasError={hasErrorWithin(state.errors, ['filters'])}>
        <p className="field-help">Applied to the response in order, each to the result of the one before.</p>
        <FilterList state={state} />
      </Disclosure>
    </div>
  );
}
