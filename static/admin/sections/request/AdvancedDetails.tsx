import type { LimitValues } from '../../form-model/data-source/data-source-values';
import { numberBounds } from '../../../../src/shared/number-bounds';
import { NumberInput } from '../../fields/NumberInput';
import { usualFreshness } from '../../../../src/shared/freshness';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { Disclosure } from '../../fields/Disclosure';
import { hasErrorWithin } from '../../form-model/field-errors';
import { TextInput } from '../../fields/TextInput';
import { NotReadyFields } from './NotReadyFields';
import { FreshnessFields } from '../freshness/FreshnessFields';
import { freshnessValues } from '../../form-model/freshness-values';

const limits: { name: keyof LimitValues; label: string }[] = [
  { name: 'pages', label: 'Max. pages' },
  { name: 'rows', label: 'Max. rows' },
  { name: 'megabytes', label: 'Max. megabytes' },
  { name: 'seconds', label: 'Max. seconds' },
  { name: 'requestsPerMinute', label: 'Requests per minute' },
];

/** Where the API hides its errors, where a read stops, and how old rows may be. */
export function AdvancedDetails({ state }: { state: DataSourceFormState }) {
  const { values, errors, change } = state;
  return (
    <Disclosure
      title="Advanced"
      summary={values.errorSelector ? `Error selector ${values.errorSelector}` : 'Error selector, limits, freshness'}
      hasError={hasErrorWithin(errors, ['response.errorSelector', 'response.notReady', 'limits', 'freshness'])}
    >
      <TextInput
        label="Error selector"
        optional
        value={values.errorSelector}
        onChange={(errorSelector) => change({ errorSelector }, 'response.errorSelector')}
        error={errors['response.errorSelector'] ?? errors.response}
        placeholder="$.error"
        help="For an API that returns errors with status 200: a JSONPath that matches only when the response is an error."
        monospaced
      />
      <NotReadyFields state={state} />
      <fieldset className="limits">
        <legend className="field-label">Limits</legend>
        <p className="field-help">
          Limits of one read. What was read before a limit is kept, and readers are told that rows are missing. Requests
          per minute count all readers together.
        </p>
        <div className="limits-row">
          {limits.map(({ name, label }) => (
            <NumberInput
              key={name}
              label={label}
              bounds={numberBounds[name]}
              value={values.limits[name]}
              placeholder={name === 'requestsPerMinute' ? '120' : undefined}
              onChange={(text) => change({ limits: { ...values.limits, [name]: text } }, `limits.${name}`)}
              error={errors[`limits.${name}`]}
            />
          ))}
        </div>
        {errors.limits ? <p className="field-error">{errors.limits}</p> : null}
      </fieldset>
      <fieldset className="limits">
        <legend className="field-label">Freshness</legend>
        <p className="field-help">
          How old rows may be, counted from when they were read. A panel can have its own settings.
        </p>
        <FreshnessFields
          values={values.freshness ?? freshnessValues(usualFreshness)}
          onChange={(freshness, name) => change({ freshness }, `freshness.${name}`)}
          errors={errors}
        />
      </fieldset>
    </Disclosure>
  );
}
