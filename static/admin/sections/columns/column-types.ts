import type { ColumnType } from '../../../../src/shared/contract';
import type { Choice } from '../../fields/SelectInput';

const groups = ['Text', 'Numbers', 'Time', 'Addresses', 'Other'] as const;

const types: Record<ColumnType, { label: string; group: (typeof groups)[number] }> = {
  text: { label: 'Text', group: 'Text' },
  status: { label: 'Status', group: 'Text' },
  user: { label: 'User', group: 'Text' },
  number: { label: 'Number', group: 'Numbers' },
  currency: { label: 'Currency', group: 'Numbers' },
  percent: { label: 'Percent', group: 'Numbers' },
  duration: { label: 'Duration', group: 'Time' },
  date: { label: 'Date', group: 'Time' },
  'date-time': { label: 'Date and time', group: 'Time' },
  link: { label: 'Link', group: 'Addresses' },
  image: { label: 'Image', group: 'Addresses' },
  email: { label: 'Email', group: 'Addresses' },
  boolean: { label: 'Yes or no', group: 'Other' },
  list: { label: 'List', group: 'Other' },
  json: { label: 'JSON', group: 'Other' },
};

const choices = Object.entries(types).map(([value, { label, group }]) => ({
  value: value as ColumnType,
  label,
  group,
}));

/** The column types to choose from, in groups, in the order of the list. */
export const columnTypeGroups: { label: string; options: Choice<ColumnType>[] }[] = groups.map((label) => ({
  label,
  options: choices.filter(({ group }) => group === label),
}));

/** What people call a column type. */
export function columnTypeName(type: ColumnType): string {
  return types[type].label;
}

/** The types whose values can be calculated with. */
export function isNumberType(type: ColumnType): boolean {
  return type === 'number' || type === 'currency' || type === 'percent' || type === 'duration';
}
