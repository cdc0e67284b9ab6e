import type { ColumnType } from '../../../../src/shared/contract';
import type { FormatFieldProps } from './format-field-props';
import { formatFields } from './format-fields';
import { columnTypeChoices } from '../../../../src/shared/column-types/choices';

/** The parts of a format that fit the type of the column. */
export function FormatFields({ type, ...props }: FormatFieldProps & { type: ColumnType }) {
  return (
    <>
      {columnTypeChoices[type].format.map((part) => {
        const Part = formatFields[part];
        return <Part key={part} {...props} />;
      })}
    </>
  );
}
