import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useRef } from 'react';
import { withRulesFor } from '../../../../src/shared/column-types/status-colors';
import type { StatusColor } from '../../../../src/shared/contract';
import { statusRulesCount } from '../../../../src/shared/limits';
import { IconButton } from '../../fields/IconButton';
import { errorWithin } from '../../form-model/field-errors';
import { colorChoices, colorLooks } from './color-choices';
import type { FormatFieldProps } from './format-field-props';

/** Which value of a status has which color, each rule beside the lozenge it makes. */
export function StatusColorsField({ format, edit, errors, path, found = [] }: FormatFieldProps) {
  const rules = format.statusColors ?? [];
  const adder = useRef<HTMLButtonElement>(null);
  const put = (next: typeof rules): void => edit({ statusColors: next.length > 0 ? next : undefined });
  const filled = withRulesFor(found, rules, statusRulesCount);
  const error = errorWithin(errors, `${path}.statusColors`);
  return (
    <fieldset className="rows field-wide">
      <legend className="field-label">Colors</legend>
      <p className="field-help">The first rule whose value equals the cell sets the color. Other cells are gray.</p>
      {rules.map((rule, index) => (
        <div className="status-rule" key={index}>
          <Textfield
            isCompact
            aria-label={`Value of color rule ${index + 1}`}
            value={rule.value}
            onChange={(event) => put(rules.with(index, { ...rule, value: event.currentTarget.value }))}
          />
          <Select<{ value: StatusColor; label: string }>
            aria-label={`Color of rule ${index + 1}`}
            spacing="compact"
            options={colorChoices}
            value={colorChoices.find(({ value }) => value === rule.color) ?? null}
            onChange={(choice) => choice && put(rules.with(index, { ...rule, color: choice.value }))}
            isSearchable={false}
          />
          <span className="status-sample">
            <Lozenge appearance={colorLooks[rule.color].appearance} maxWidth={160}>
              {rule.value || 'Value'}
            </Lozenge>
          </span>
          <IconButton
            icon="remove"
            label={`Remove color rule ${index + 1}`}
            onClick={() => {
              put(rules.toSpliced(index, 1));
              adder.current?.focus();
            }}
          />
        </div>
      ))}
      {error ? <p className="field-error">{error}</p> : null}
      <div className="row-of-buttons">
        <Button ref={adder} spacing="compact" onClick={() => put([...rules, { value: '', color: 'green' }])}>
          Add color rule
        </Button>
        {filled.length > rules.length ? (
          <Button spacing="compact" appearance="subtle" onClick={() => put(filled)}>
            Add the values found ({filled.length - rules.length})
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
