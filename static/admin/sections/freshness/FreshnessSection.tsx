import { CheckInput } from '../../fields/CheckInput';
import { usualFreshness } from '../../../../src/shared/freshness';
import { FreshnessFields } from './FreshnessFields';
import { freshnessValues } from '../../form-model/freshness-values';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

/** How old this panel's rows may be, where that differs from its data source, and whether readers see a part of them. */
export function FreshnessSection({ state }: { state: PanelFormState }) {
  const { values, errors, change } = state;
  const { freshness, onlyWhenComplete } = values;
  return (
    <div className="steps">
      <CheckInput
        label="Same as the data source"
        checked={freshness === undefined}
        onChange={(checked) =>
          change({ freshness: checked ? undefined : freshnessValues(usualFreshness) }, 'freshness')
        }
        help="How old rows may be is set there for all its panels."
      />
      {freshness ? (
        <FreshnessFields
          values={freshness}
          onChange={(next, name) => change({ freshness: next }, `freshness.${name}`)}
          errors={errors}
        />
      ) : null}
      <CheckInput
        label="Show only when complete"
        checked={onlyWhenComplete}
        onChange={(checked) => change({ onlyWhenComplete: checked }, 'onlyWhenComplete')}
        help="Until the last page of a list has been read, readers see how far it is. Otherwise they see the first rows at once, and the others as they come."
      />
    </div>
  );
}
