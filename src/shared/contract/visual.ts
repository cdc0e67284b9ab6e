import type { ChartName, SortOrder, VisualName } from '../view';
import type { AggregateFunction } from './row-step';

/** How a panel is drawn; columns are named by their keys. */
export type VisualSettings =
  TableSettings | ListSettings | CardsSettings | { type: 'key-value' } | NumberSettings | ChartSettings | TextSettings;

export interface TableSettings {
  type: 'table';
  rowsPerPage: number;
  /** The order readers find; that of the source where absent. */
  sorts?: SortOrder[];
  rowNumbers?: boolean;
  /** How many columns stay in sight while the others are scrolled, 3 at most; the first where absent. */
  frozen?: number;
  /** A last row with the sums of all rows that match. */
  totals?: boolean;
}

export interface ListSettings {
  type: 'list';
  rowsPerPage: number;
  primary: string;
  secondary: string[];
}

export interface CardsSettings {
  type: 'cards';
  rowsPerPage: number;
  title: string;
  /** An image column. */
  image?: string;
}

export interface NumberSettings {
  type: 'number';
  column: string;
  /** `first` is the value of the first row, `last` that of the last one. */
  summary: 'first' | 'last' | AggregateFunction;
  label: string;
  unit: string;
  /** The value it is set against, summed up the same way; for `last` without a column, the row before it. */
  compareWith?: string;
  /** Which way is good news; neither where absent. */
  goodWhen?: 'more' | 'less';
}

export interface ChartSettings {
  type: ChartName;
  category: string;
  /** Number columns; a pie shows the first. */
  series: string[];
  stacked?: boolean;
}

export interface TextSettings {
  type: 'text';
  /** A sentence in which `[Label]` stands for that column's value in the first row. */
  text: string;
}

/** The settings of the visual with that name. */
export type SettingsOf<Name extends VisualName, Settings = VisualSettings> = Settings extends { type: infer Type }
  ? Name extends Type
    ? Settings
    : never
  : never;
