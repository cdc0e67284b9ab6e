import type { DataSourceSummary } from '../../../src/contract';
import { Section } from '../fields/Section';
import { SelectInput } from '../fields/SelectInput';
import { TextAreaInput } from '../fields/TextAreaInput';
import { TextInput } from '../fields/TextInput';
import type { PanelFormState } from './usePanelForm';

interface PanelFactsProps {
  state: PanelFormState;
  sources: DataSourceSummary[];
}

/** What editors read when they pick a panel, and where its rows come from. */
export function PanelFacts({ state, sources }: PanelFactsProps) {
  const { values, errors, change } = state;
  const choose = (dataSourceId: string): void => {
    if (dataSourceId === values.dataSourceId) return;
    change({ dataSourceId, variableValues: {} }, 'dataSourceId', 'variableValues');
  };
  return (
    <Section title="General">
      <TextInput
        label="Name"
        value={values.name}
        onChange={(name) => change({ name }, 'name')}
        error={errors.name}
        help="What editors look for in the macro, and the title of the table."
      />
      <TextAreaInput
        label="Description"
        optional
        value={values.description}
        onChange={(description) => change({ description }, 'description')}
        error={errors.description}
        help="Shown to editors when they choose."
      />
      <SelectInput
        label="Data source"
        value={values.dataSourceId || undefined}
        choices={sources.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={choose}
        error={errors.dataSourceId}
        placeholder="Choose a data source"
      />
      <TextInput
        label="Rows per page"
        type="number"
        className="field-short"
        value={values.rowsPerPage}
        onChange={(rowsPerPage) => change({ rowsPerPage }, 'visual')}
        error={errors['visual.rowsPerPage'] ?? errors.visual}
      />
    </Section>
  );
}
