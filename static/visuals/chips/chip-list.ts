import type { CellValue } from '../../../src/shared/contract';
import { withFilter } from '../table/column-filter';
import type { InForceProps } from './in-force-props';
import { valueLabel } from './value-label';

/** One thing that narrows the rows down. */
export interface Chip {
  id: string;
  /** Of the column or the variable; `Search` for a search. */
  label: string;
  text: string;
  /** Key of the column whose options tell of it. */
  column?: string;
  remove: () => void;
}

/** So many values are named in a chip. */
const mostNamed = 3;

function joined(values: CellValue[], write: (value: CellValue) => string): string {
  const named = values.slice(0, mostNamed).map((value) => write(value) || '(empty)');
  const others = values.length - named.length;
  return others > 0 ? `${named.join(', ')} and ${others} more` : named.join(', ');
}

function searchChip({ window, onChange }: InForceProps): Chip[] {
  if (!window.search) return [];
  return [{ id: 'search', label: 'Search', text: `“${window.search}”`, remove: () => onChange({ search: undefined }) }];
}

function filterChips({ window, columns, format, onChange }: InForceProps): Chip[] {
  return (window.filters ?? []).map(({ column: key, values }) => {
    const column = columns.find((one) => one.key === key);
    return {
      id: `filter ${key}`,
      label: column?.label ?? key,
      text: joined(values, (value) => (column ? format(value, column) : String(value ?? ''))),
      column: key,
      remove: () => onChange({ filters: withFilter(window.filters, key, []) }),
    };
  });
}

function variableChips({ chosen }: InForceProps): Chip[] {
  if (!chosen) return [];
  const { variables, values, onValues } = chosen;
  return variables.flatMap((variable): Chip[] => {
    const value = values[variable.key];
    if (value === undefined) return [];
    const { [variable.key]: _, ...others } = values;
    const text = valueLabel({ ...variable, value }) || 'All';
    return [{ id: `variable ${variable.key}`, label: variable.label, text, remove: () => onValues(others) }];
  });
}

/** All that narrows the rows down: the variables' values that the reader has set, filters, and the search. */
export function chipList(props: InForceProps): Chip[] {
  return [...variableChips(props), ...filterChips(props), ...searchChip(props)];
}
