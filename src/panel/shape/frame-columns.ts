import type { ColumnSettings } from '../../shared/contract';
import type { Column } from '../../shared/frame';

/**
 * The columns of a panel as its frames have them, keys never from data: one for each of the settings, in their order,
 * then a hidden one for each that is sorted by another value than the one shown.
 */
export function frameColumns(settings: readonly ColumnSettings[]): Column[] {
  return [
    ...settings.map(shownColumn),
    ...settings.flatMap((each, place) => (isSortedApart(each) ? [sortColumn(each, place)] : [])),
  ];
}

/** What is read for each of the frame's columns, in their order. */
export function frameSelectors(settings: readonly ColumnSettings[]): string[] {
  const sortSelectors = settings.filter(isSortedApart).map(({ sortSelector }) => sortSelector);
  return [...settings.map(({ selector }) => selector), ...sortSelectors];
}

/** The key of the column at that place of the settings. */
export function columnKey({ key }: ColumnSettings, place: number): string {
  return key ?? `c${place}`;
}

/** Whether each entry of its list has a row of its own. */
export function makesRows({ type, format }: Pick<ColumnSettings, 'type' | 'format'>): boolean {
  return type === 'list' && format?.list === 'rows';
}

function isSortedApart(column: ColumnSettings): column is ColumnSettings & { sortSelector: string } {
  return column.sortSelector !== undefined && column.sortSelector.trim() !== '';
}

function shownColumn(settings: ColumnSettings, place: number): Column {
  const { label, type, format, align, width, hidden } = settings;
  const key = columnKey(settings, place);
  return {
    key,
    label,
    type,
    ...(format && { format }),
    ...(align && { align }),
    ...(width !== undefined && { width }),
    ...(hidden && { hidden }),
    ...(isSortedApart(settings) && { sortedBy: sortKey(key) }),
  };
}

/** A text column takes every kind of value, and is sorted by numbers where it holds them. */
function sortColumn(settings: ColumnSettings, place: number): Column {
  return { key: sortKey(columnKey(settings, place)), label: settings.label, type: 'text', hidden: true };
}

/** No key that anybody chooses has a dot in it. */
const sortKey = (key: string) => `${key}.sort`;
