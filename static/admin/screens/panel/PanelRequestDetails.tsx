import { NamedRowsInput } from '../../fields/NamedRowsInput';
import { Disclosure } from '../../fields/Disclosure';
import { errorWithin, hasErrorWithin } from '../../form-model/field-errors';
import { TextInput } from '../../fields/TextInput';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

/** What the panel requests beyond the data source's own request: a path below its URL, and parameters. */
export function PanelRequestDetails({ state }: { state: PanelFormState }) {
  const { values, errors, change } = state;
  const { path, parameters } = values;
  return (
    <Disclosure
      title="Path and parameters"
      summary={path || (parameters.length > 0 ? `${parameters.length} added` : 'same as the data source')}
      hasError={hasErrorWithin(errors, ['request'])}
    >
      <TextInput
        label="Path"
        optional
        value={path}
        onChange={(text) => change({ path: text }, 'request.path', 'request')}
        error={errors['request.path'] ?? errors.request}
        placeholder="/groups"
        help="Added to the URL of the data source, to read another list of the same API."
        monospaced
      />
      <NamedRowsInput
        legend="Parameters"
        noun="parameter"
        rows={parameters}
        onChange={(rows) => change({ parameters: rows }, 'request.parameters')}
        errorOf={(index) => errorWithin(errors, `request.parameters.${index}`)}
        error={errors['request.parameters']}
        help="Added to the parameters of the data source. A parameter of the same name replaces it."
        namePlaceholder="$filter"
      />
      <p className="field-help">After a change, load the response again to see what the API returns now.</p>
    </Disclosure>
  );
}
