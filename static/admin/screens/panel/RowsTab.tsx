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
          Taken in order on the rows and their columns: keep some, work out a column, group, sort. No JSONPath needed.
        </p>
        <StepList state={state} />
      </section>
      <Disclosure title="Filters (JSONPath)" summary={summary} hasError={hasErrorWithin(state.errors, ['filters'])}>
        <p className="field-help">Asked of the response before columns are read, each of what the one before found.</p>
        <FilterList state={state} />
      </Disclosure>
    </div>
  );
}
