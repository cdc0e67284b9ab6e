import type { RowWindow, View } from '../../src/shared/contract';
import type { Reader } from '../../src/shared/reader';
import type { RowSource } from './row-source';

/** The first rows of a reading that has more, or is to bring them. */
export interface ShownPart {
  rows: number;
  /** More are added by themselves. */
  grows: boolean;
}

/** What every visual is drawn from. */
export interface VisualProps<V extends View> {
  title: string;
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
  reader: Reader;
  /** Opens an address that `safeLink` has passed. */
  openLink: (url: string) => void;
}
