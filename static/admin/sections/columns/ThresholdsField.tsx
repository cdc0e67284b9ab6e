import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useRef } from 'react';
import type { StatusColor } from '../../../../src/shared/contract';
import { IconButton } from '../../fields/IconButton';
import { errorWithin } from '../../form-model/field-errors';
import type { FormatFieldProps } from './format-field-props';
import { colorChoices } from './color-choices';

/** From which number on a cell has which color. */
export function ThresholdsField({ format, edit, errors, path }: FormatFieldProps) {
  const rules = format.thresholds ?? [];
  const adder = useRef<HTMLButtonElement>(null);
  const put = (next: typeof rules): void => edit({ thresholds: next.length > 0 ? next : undefined });
  const error = errorWithin(errors, `${path}.thresholds`);
  return (
    <fieldset className="rows field-wide">
      <legend className="field-label">Colors by value</legend>
      <p className="field-help">The highest number that a cell reaches sets its color. A percentage of 80 % is 0.8.</p>
      {rules.map((rule, index) => (
        <div className="status-rule" key={index}>
          <Textfield
            isCompact
            type="number"
            step="any"
            aria-label={`Number of color ${index + 1}`}
            value={Number.isNaN(rule.from) ? '' : rule.from}
            onChange={({ currentTarget: { value } }) =>
              put(rules.with(index, { ...rule, from: value === '' ? NaN : Number(value) }))
            }
          />
          <Select<{ value: StatusColor; label: string }>
            aria-label={`Color from number ${index + 1} on`}
            spacing="compact"
            options={colorChoices}
            value={colorChoices.find(({ value }) => value === rule.color) ?? null}
            onChange={(choice) => choice && put(rules.with(index, { ...rule, color: choice.value }))}
            isSearchable={false}
          />
          <IconButton
            icon="remove"
            label={`Remove color ${index + 1}`}
            onClick={() => {
              put(rules.toSpliced(index, 1));
              adder.current?.focus();
            }}
          />
        </div>
      ))}
      {error ? <p className="field-error">{error}</p> : null}
      <Button ref={adder} spacing="compact" onClick={() => put([...rules, { from: 0, color: 'green' }])}>
        Add color
      </Button>
    </fieldset>
  );
}
