import { NamedRowsInput } from '../../fields/NamedRowsInput';
import { Disclosure } from '../../fields/Disclosure';
import { errorWithin, hasErrorWithin } from '../../form-model/field-errors';
import { TextInput } from '../../fields/TextInput';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

/** What the panel asks beyond the data source's own request: a path below its URL, and parameters. */
export function PanelRequestDetails({ state }: { state: PanelFormState }) {
  const { values, errors, change } = state;
  const { path, parameters } = values;
  return (
    <Disclosure
      title="Path and parameters"
      summary={path || (parameters.length > 0 ? `${parameters.length} of its own` : 'as the data source')}
      hasError={hasErrorWithin(errors, ['request'])}
    >
      <TextInput
        label="Path"
        optional
        value={path}
        onChange={(text) => change({ path: text }, 'request.path', 'request')}
        error={errors['request.path'] ?? errors.request}
        placeholder="/groups"
        help="Below the URL of the data source, for another list of the same API."
        monospaced
      />
      <NamedRowsInput
        legend="Parameters"
        noun="parameter"
        rows={parameters}
        onChange={(rows) => change({ parameters: rows }, 'request.parameters')}
        errorOf={(index) => errorWithin(errors, `request.parameters.${index}`)}
        error={errors['request.parameters']}
        help="Added to those of the data source; one of the same name takes its place."
        namePlaceholder="$filter"
      />
      <p className="field-help">Load the response again after a change to see what the API answers now.</p>
    </Disclosure>
  );
}
