import Button from '@atlaskit/button/new';
import type { NamedPageValue } from '../../../../src/shared/contract';
import { pageValuesCount } from '../../../../src/shared/limits';
import { takesBody } from '../../../../src/shared/request-methods';
import { methodChoices } from '../../fields/method-choices';
import { CheckInput } from '../../fields/CheckInput';
import { IconButton } from '../../fields/IconButton';
import { SelectInput } from '../../fields/SelectInput';
import { TextAreaInput } from '../../fields/TextAreaInput';
import { TextInput } from '../../fields/TextInput';
import { MoreField } from './MoreField';
import type { PaginationFieldsProps } from './pagination-fields-props';

/** The request for further pages, and the values of responses that it is written with. */
export function NextRequestFields(props: PaginationFieldsProps) {
  const { values, edit, errors } = props;
  return (
    <>
      <div className="field-pair">
        <SelectInput
          label="Method of further requests"
          value={values.nextMethod}
          choices={methodChoices}
          onChange={(nextMethod) => edit({ nextMethod }, 'method', 'body')}
        />
        <TextInput
          label="URL of further requests"
          value={values.nextUrl}
          onChange={(nextUrl) => edit({ nextUrl }, 'url')}
          error={errors['pagination.url']}
          placeholder="/statements/{id}/parts/{part}"
          help="A path from the root, or a name below the first URL. {part} is the number of the part, 1 for the second response."
          monospaced
        />
      </div>
      {takesBody(values.nextMethod) ? (
        <TextAreaInput
          label="JSON body of further requests"
          optional
          value={values.nextBody}
          onChange={(nextBody) => edit({ nextBody }, 'body')}
          error={errors['pagination.body']}
          placeholder={'{"cursor": "{cursor}"}'}
          help="Write a brace inside a string twice."
          monospaced
        />
      ) : null}
      <NamedValueRows {...props} />
      <TextInput
        label="Parts selector"
        optional
        value={values.partsSelector}
        onChange={(partsSelector) => edit({ partsSelector }, 'partsSelector')}
        error={errors['pagination.partsSelector']}
        placeholder="$.manifest.total_chunk_count"
        help="A JSONPath to how many parts there are, or to the list of them, the first response included."
        monospaced
      />
      <MoreField {...props} what="such values" />
    </>
  );
}

const newValue: NamedPageValue = { name: '', selector: '' };

function NamedValueRows({ values: { namedValues }, edit, errors }: PaginationFieldsProps) {
  const change = (changed: NamedPageValue[]): void => edit({ namedValues: changed }, 'values');
  const patch = (index: number, part: Partial<NamedPageValue>): void =>
    change(namedValues.map((value, at) => (at === index ? { ...value, ...part } : value)));
  return (
    <fieldset className="rows">
      <legend className="field-label">Values of the response</legend>
      {namedValues.map((value, index) => (
        <div className="item" key={index}>
          <div className="field-pair">
            <TextInput
              label={`Name of value ${index + 1}`}
              value={value.name}
              onChange={(name) => patch(index, { name })}
              error={errors[`pagination.values.${index}.name`]}
              placeholder="id"
              monospaced
            />
            <TextInput
              label={`Selector of value ${index + 1}`}
              value={value.selector}
              onChange={(selector) => patch(index, { selector })}
              error={errors[`pagination.values.${index}.selector`]}
              placeholder="$.statement_id"
              monospaced
            />
            <IconButton
              icon="remove"
              label={`Remove value ${index + 1}`}
              onClick={() => change(namedValues.toSpliced(index, 1))}
            />
          </div>
          <CheckInput
            label={`Keep value ${index + 1} where a later response does not have it`}
            checked={value.isKept ?? false}
            onChange={(isKept) => patch(index, { isKept })}
          />
        </div>
      ))}
      {namedValues.length < pageValuesCount ? (
        <Button spacing="compact" onClick={() => change([...namedValues, newValue])}>
          Add value
        </Button>
      ) : null}
    </fieldset>
  );
}
