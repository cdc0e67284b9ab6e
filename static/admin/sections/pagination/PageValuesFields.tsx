import Button from '@atlaskit/button/new';
import type { PageValue } from '../../../../src/shared/contract';
import { pageValuesCount } from '../../../../src/shared/limits';
import { IconButton } from '../../fields/IconButton';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import { MoreField } from './MoreField';
import type { PaginationFieldsProps } from './pagination-fields-props';
import { TargetFields } from './TargetFields';

const sources = [
  { value: 'header', label: 'Response header' },
  { value: 'body', label: 'Response' },
] as const;

const newValue: PageValue = { from: 'header', name: '', target: { in: 'parameter', name: '' } };

/** Values of the response or its headers, each with the place where the next request wants it. */
export function PageValuesFields(props: PaginationFieldsProps) {
  const { values, edit } = props;
  const { pageValues } = values;
  const change = (changed: PageValue[]): void => edit({ pageValues: changed }, 'values');
  return (
    <>
      {pageValues.map((value, index) => (
        <PageValueFields
          key={index}
          {...{ value, index, errors: props.errors }}
          onChange={(changed) => change(pageValues.with(index, changed))}
          onRemove={pageValues.length > 1 ? () => change(pageValues.toSpliced(index, 1)) : undefined}
        />
      ))}
      {pageValues.length < pageValuesCount ? (
        <Button spacing="compact" onClick={() => change([...pageValues, newValue])}>
          Add value
        </Button>
      ) : null}
      <MoreField {...props} what="such values" />
    </>
  );
}

interface PageValueFieldsProps {
  value: PageValue;
  index: number;
  errors: PaginationFieldsProps['errors'];
  onChange: (value: PageValue) => void;
  onRemove: (() => void) | undefined;
}

function PageValueFields({ value, index, errors, onChange, onRemove }: PageValueFieldsProps) {
  const path = `pagination.values.${index}`;
  const isHeader = value.from === 'header';
  return (
    <fieldset className="rows">
      <legend className="field-label">
        Value {index + 1}
        {onRemove ? <IconButton icon="remove" label={`Remove value ${index + 1}`} onClick={onRemove} /> : null}
      </legend>
      <div className="field-pair">
        <SelectInput
          label="Comes from"
          value={value.from}
          choices={sources}
          onChange={(from) => onChange({ ...value, from })}
          error={errors[`${path}.from`]}
        />
        <TextInput
          label={isHeader ? 'Header name' : 'Value selector'}
          value={value.name}
          onChange={(name) => onChange({ ...value, name })}
          error={errors[`${path}.name`]}
          placeholder={isHeader ? 'X-Continuation-Token' : '$.next.key'}
          monospaced
        />
      </div>
      <TargetFields
        what="Value"
        target={value.target}
        onChange={(target) => onChange({ ...value, target })}
        path={`${path}.target`}
        errors={errors}
      />
    </fieldset>
  );
}
