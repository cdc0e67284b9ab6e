import type { Column, RowWindow, VariableValues, VariableView } from '../../../src/shared/contract';
import type { FormatCell } from '../../../src/shared/column-types/cell-text';

/** What a reader has set of a panel's variables. */
export interface ChosenValues {
  variables: VariableView[];
  values: VariableValues;
  onValues: (values: VariableValues) => void;
}

export interface InForceProps {
  /** Those that filters may name. */
  columns: Column[];
  window: RowWindow;
  format: FormatCell;
  locale: string;
  /** Absent where rows are not counted. */
  counts?: { matchingRows: number; totalRows: number };
  chosen?: ChosenValues;
  onChange: (part: Partial<RowWindow>) => void;
  /** Opens the options of a filter's column. Absent where it has none. */
  onOpen?: (column: string, button: HTMLElement) => void;
}
