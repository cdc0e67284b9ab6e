import type { PanelProposal } from '../../../../src/shared/contract';
import { whoSignsIn } from '../../form-model/data-source/authentication-values';
import { takesBody } from '../../../../src/shared/request-methods';
import { methodChoices } from '../../fields/method-choices';
import { NamedRowsInput } from '../../fields/NamedRowsInput';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { CurlPaste } from '../curl/CurlPaste';
import { OpenApiImport } from '../openapi/OpenApiImport';
import { errorWithin } from '../../form-model/field-errors';
import { Section } from '../../fields/Section';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import type { StartWay } from '../start/StartWays';
import { PaginationFields } from '../pagination/PaginationFields';
import { AdvancedDetails } from './AdvancedDetails';
import { BodyFields } from './BodyFields';
import { OnlyReads } from './OnlyReads';
import { PlacedSecrets } from './PlacedSecrets';
import { RequestDetails } from './RequestDetails';
import { VariableRows } from './VariableRows';

const parameters = 'request.parameters';

interface RequestSectionProps {
  state: DataSourceFormState;
  /** Saves, and begins a panel with rows and columns that a document describes. */
  onAddPanel: (proposal: PanelProposal) => void;
  /** What the form begins with; its first field where absent. */
  way: StartWay | undefined;
}

/** What is requested of the API: name, URL, parameters, body, and how its pages follow one another. */
export function RequestSection({ state, onAddPanel, way }: RequestSectionProps) {
  const { values, errors, change } = state;
  return (
    <Section title="Request">
      <CurlPaste state={state} startsOpen={way === 'curl'} />
      <OpenApiImport state={state} onAddPanel={onAddPanel} startsOpen={way === 'openapi'} />
      <TextInput
        label="Name"
        value={values.name}
        onChange={(name) => change({ name }, 'name')}
        error={errors.name}
        help="Shown to admins and editors, for example Employee directory."
      />
      <div className="request-line">
        <SelectInput
          label="Method"
          value={values.method}
          choices={methodChoices}
          onChange={(method) => change({ method }, 'request.method', 'request.body')}
          error={errors['request.method']}
        />
        <TextInput
          label="URL"
          type="url"
          value={values.url}
          onChange={(url) => change({ url }, 'request.url')}
          error={errors['request.url'] ?? errors.request}
          placeholder="https://api.example.com/v1/items"
          monospaced
        />
      </div>
      <NamedRowsInput
        legend="Query parameters"
        noun="parameter"
        rows={values.parameters}
        onChange={(rows) => change({ parameters: rows }, parameters)}
        errorOf={(index) => errorWithin(errors, `${parameters}.${index}`)}
        error={errors[parameters]}
        namePlaceholder="$top"
        valuePlaceholder="999"
      />
      {takesBody(values.method) ? <BodyFields state={state} /> : null}
      {takesBody(values.method) && whoSignsIn(values) !== 'one-account' ? <OnlyReads state={state} /> : null}
      <PlacedSecrets state={state} />
      <VariableRows state={state} />
      <PaginationFields state={state} />
      <div className="disclosures">
        <RequestDetails state={state} />
        <AdvancedDetails state={state} />
      </div>
    </Section>
  );
}
