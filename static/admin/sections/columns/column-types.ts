import type { ColumnType } from '../../../../src/shared/contract';
import { columnTypeChoices } from '../../../../src/shared/column-types/choices';
import type { Choice } from '../../fields/SelectInput';

const groups = ['Text', 'Numbers', 'Time', 'Addresses', 'Other'] as const;

const types = Object.keys(columnTypeChoices) as ColumnType[];

/** The column types to choose from, in groups, in the order of the list. */
export const columnTypeGroups: { label: string; options: Choice<ColumnType>[] }[] = groups.map((label) => ({
  label,
  options: types.filter((type) => columnTypeChoices[type].group === label).map(columnTypeChoice),
}));

/** A column type as people call it. */
export function columnTypeChoice(type: ColumnType): Choice<ColumnType> {
  return { value: type, label: columnTypeChoices[type].label };
}
