import type { DataSourceSummary } from '../../../../src/shared/contract';
import { CheckInput } from '../../fields/CheckInput';
import { Section } from '../../fields/Section';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import { PanelRequestDetails } from './PanelRequestDetails';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

interface PanelFactsProps {
  state: PanelFormState;
  sources: DataSourceSummary[];
}

/** What editors read when they pick a panel, and where its rows come from. */
export function PanelFacts({ state, sources }: PanelFactsProps) {
  const { values, errors, change } = state;
  const source = sources.find(({ id }) => id === values.dataSourceId);
  const choose = (dataSourceId: string): void => {
    if (dataSourceId === values.dataSourceId) return;
    change({ dataSourceId, variableValues: {} }, 'dataSourceId', 'variableValues');
  };
  return (
    <Section title="General">
      <div className="field-pair">
        <TextInput
          label="Name"
          value={values.name}
          onChange={(name) => change({ name }, 'name')}
          error={errors.name}
          help="Editors find the panel by this name. It is also the title above the result."
        />
        <TextInput
          label="Description"
          optional
          value={values.description}
          onChange={(description) => change({ description }, 'description')}
          error={errors.description}
          help="Shown to editors when they choose a panel."
        />
        <SelectInput
          label="Data source"
          value={values.dataSourceId || undefined}
          choices={sources.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={choose}
          error={errors.dataSourceId}
          placeholder="Choose a data source"
        />
      </div>
      {source?.whoSignsIn === 'each-reader-else-shared' ? (
        <CheckInput
          label="Readers without an account see the shared account’s rows"
          checked={values.sharedWithoutAccount}
          onChange={(sharedWithoutAccount) => change({ sharedWithoutAccount }, 'sharedWithoutAccount')}
          help="Above them stands that it is a shared view. Whoever has connected an account never sees them."
        />
      ) : null}
      <PanelRequestDetails state={state} />
    </Section>
  );
}
