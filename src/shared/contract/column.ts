import type { ColumnFormat, ColumnType } from '../frame';

export interface ColumnSettings {
  /** Made when the column is, unique in its panel; `c` and the place of the column where absent. */
  key?: string;
  label: string;
  /** JSONPath relative to the row, as in `$.displayName`. */
  selector: string;
  type: ColumnType;
  format?: ColumnFormat;
  align?: 'start' | 'center' | 'end';
  /** In CSS pixels. */
  width?: number;
  hidden?: boolean;
  /** JSONPath to the value it is sorted by, where that is not the one shown. */
  sortSelector?: string;
}
