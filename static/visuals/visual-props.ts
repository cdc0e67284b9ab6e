import type { CellValue, Column, RowWindow, View } from '../../src/shared/contract';
import type { Reader } from '../../src/shared/reader';
import type { ChosenValues } from './chips/in-force-props';
import type { RowSource } from './row-source';
import type { LayoutKeeper } from './table/table-layout';

/** A row that is opened, and those before and behind it. */
export interface OpenedRows {
  title: string;
  columns: Column[];
  /** Place of the row among all that match, and how many these are. */
  at: number;
  total: number;
  /** The row with a place; undefined where it is not here. */
  rowAt(place: number): CellValue[] | undefined;
}

/** The first rows of a reading that has more, or is to bring them. */
export interface ShownPart {
  rows: number;
  /** More are added by themselves. */
  grows: boolean;
}

/** What every visual is drawn from. */
export interface VisualProps<V extends View> {
  title: string;
  /** Id of the heading that says the title already; the visual has one of its own where absent. */
  titleId?: string;
  view: V;
  /** The rows the reader wants to see; while another reply is awaited, `view` still holds the ones before. */
  window: RowWindow;
  /** The reader wants to see other rows. Absent where nobody can load them, as in a preview. */
  onWindow?: (window: RowWindow) => void;
  /** What loads rows and values beyond the view. Absent where there is nobody, as in a preview. */
  source?: RowSource;
  /** Set while there are, or will be, rows behind those of the view. */
  part?: ShownPart;
  /** When the rows were read, in milliseconds since the epoch: those of one reading are the same, however many are there. */
  readAt?: number;
  /** True while a response is awaited. */
  busy?: boolean;
  /** What keeps how the reader arranges a table. Absent where nothing is kept. */
  keeper?: LayoutKeeper;
  reader: Reader;
  /** What the reader has set beside the window. */
  chosen?: ChosenValues;
  /** Shows a row of a table with all its fields. Absent where nothing can be opened, as in a preview. */
  openRow?: (opened: OpenedRows) => void;
  /** Opens an address that `safeLink` has passed. */
  openLink: (url: string) => void;
}
