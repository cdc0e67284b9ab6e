import type { ComputedColumn } from '../../../../src/shared/contract';
import { Disclosure } from '../../fields/Disclosure';
import { TextInput } from '../../fields/TextInput';
import { columnTypeChoices } from '../../../../src/shared/column-types/choices';
import { FormatFields } from '../columns/FormatFields';
import { TypeSelect } from '../columns/TypeSelect';
import { ExpressionHelp } from './ExpressionHelp';
import type { StepFieldsProps } from './step-fields-props';

/** A column worked out of others: what it is called, the expression, and how its values are shown. */
export function ComputeFields({ step, onChange, columns, errors, path }: StepFieldsProps<'compute'>) {
  const { column } = step;
  const edit = (patch: Partial<ComputedColumn>): void => onChange({ ...step, column: { ...column, ...patch } });
  const of = `${path}.column`;
  return (
    <>
      <div className="field-pair">
        <TextInput
          label="Label"
          value={column.label}
          onChange={(label) => edit({ label })}
          error={errors[`${of}.label`] ?? errors[of]}
        />
        <div className="field">
          <span className="field-label" aria-hidden="true">
            Type
          </span>
          <TypeSelect label="Type of the computed column" type={column.type} onChange={(type) => edit({ type })} />
          {errors[`${of}.type`] ? <p className="field-error">{errors[`${of}.type`]}</p> : null}
        </div>
      </div>
      <TextInput
        label="Expression"
        value={column.expression}
        onChange={(expression) => edit({ expression })}
        error={errors[`${of}.expression`]}
        placeholder={`[${columns[0]?.label ?? 'Price'}] * 2`}
        monospaced
      />
      <ExpressionHelp
        columns={columns}
        insert={(text) => edit({ expression: `${column.expression}${column.expression === '' ? '' : ' '}${text}` })}
      />
      {columnTypeChoices[column.type].format.length > 0 ? (
        <Disclosure title="Format">
          <div className="column-details">
            <FormatFields
              type={column.type}
              format={column.format ?? {}}
              edit={(patch) => edit({ format: { ...column.format, ...patch } })}
              errors={errors}
              path={`${of}.format`}
            />
          </div>
        </Disclosure>
      ) : null}
    </>
  );
}
