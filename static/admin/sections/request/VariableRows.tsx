import Textfield from '@atlaskit/textfield';
import type { VariableDefaults } from '../../form-model/data-source/data-source-values';
import { toRequest } from '../../form-model/data-source/data-source-values';
import { variableNames } from '../../form-model/data-source/placeholders';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { errorWithin } from '../../form-model/field-errors';

const noValues: VariableDefaults = { defaultValue: '', sampleValue: '' };

/** The variables found in the request, each with its default and a value for tests; nothing where there is none. */
export function VariableRows({ state }: { state: DataSourceFormState }) {
  const { values, errors, change } = state;
  const names = variableNames(toRequest(values));
  if (names.length === 0) return null;
  const edit = (name: string, patch: Partial<VariableDefaults>): void =>
    change(
      { variables: { ...values.variables, [name]: { ...(values.variables[name] ?? noValues), ...patch } } },
      `variables.${names.indexOf(name)}`,
      `sampleValues.${name}`,
    );
  return (
    <fieldset className="rows">
      <legend className="field-label">Variables</legend>
      <p className="field-help">
        Found in the request. A panel can set their values. Otherwise the default is sent, encoded for its place.
      </p>
      <div className="variable-row variable-heads" aria-hidden="true">
        <span>Name</span>
        <span>Default value</span>
        <span>Sample value for Test</span>
      </div>
      {names.map((name, index) => {
        const { defaultValue, sampleValue } = values.variables[name] ?? noValues;
        const error = errorWithin(errors, `variables.${index}`) ?? errors[`sampleValues.${name}`];
        const errorId = `variable-error-${index}`;
        const shared = {
          isCompact: true,
          isInvalid: error !== undefined,
          autoComplete: 'off',
          'aria-describedby': error ? errorId : undefined,
        };
        return (
          <div key={name} className="variable-row">
            <code>{`{${name}}`}</code>
            <Textfield
              {...shared}
              aria-label={`Default value of ${name}`}
              value={defaultValue}
              onChange={(event) => edit(name, { defaultValue: event.currentTarget.value })}
            />
            <Textfield
              {...shared}
              aria-label={`Sample value of ${name}`}
              value={sampleValue}
              placeholder={defaultValue}
              onChange={(event) => edit(name, { sampleValue: event.currentTarget.value })}
            />
            {error ? (
              <p className="field-error" id={errorId}>
                {error}
              </p>
            ) : null}
          </div>
        );
      })}
    </fieldset>
  );
}
