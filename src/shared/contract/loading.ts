import type { Reading } from '../frame';
import type { Reader } from '../reader';
import type { RowWindow, View } from '../view';
import type { ConnectCard } from './own-account';
import type { VariableValues, VariableView } from './variable';

/** How old and how whole the rows are, for the footer. */
export interface DataAge {
  fetchedAt: number;
  /** Set when the rows shown are not what the source says now, with the sentence that says why. */
  staleReason?: string;
}

/** How far a read is that goes on in the background. */
export interface ReadProgress {
  pagesRead: number;
  rowsRead: number;
}

/** How far the rows are that are shown while more are being read. */
export interface RowsSoFar {
  /** Of the reading so far, be they all shown or not. */
  rows: number;
  pages: number;
}

/** What a reader's call returns: a view, or "try again" while the rows are being fetched by somebody else. */
export type LoadReply =
  | {
      state: 'view';
      title: string;
      rowsPerPage: number;
      view: View;
      reading: Reading;
      age: DataAge;
      /** Set when newer rows can be had: after so many milliseconds, by the same call with `refetch`. */
      askAgainMs?: number;
      /** Of the read that brings them, where one goes on in the background. */
      progress?: ReadProgress;
      /** Set while rows are to come behind these. */
      part?: RowsSoFar;
      /** To be brought at once in a call of its own, as `carry`, which reads them. */
      ticket?: string;
      /** Set where no new rows will come before long unless an admin acts; `editorWarnings` tells editors why. */
      warned?: true;
      /** Empty or absent where the panel has none. */
      variables?: VariableView[];
      /** The rows are those of the reader's own account at this data source. */
      own?: { dataSourceId: string };
      /** The rows are those of the shared account, until the reader connects their own. */
      sharedView?: ConnectCard;
    }
  /** Only an account of the reader's own brings rows, and there is none that can be used. */
  | { state: 'connect'; title: string; card: ConnectCard; variables?: VariableView[] }
  | { state: 'pending'; askAgainMs: number; progress?: ReadProgress; variables?: VariableView[] }
  /** Required variables have no value yet; `missing` names them by key. */
  | { state: 'input-needed'; title: string; missing: string[]; variables: VariableView[] };

/** For whom a search looks through what cells show, with the moment that relative dates count from. */
export type SearchReader = Pick<Reader, 'locale' | 'timeZone' | 'now'>;

export interface LoadRequest {
  panelId: string;
  window: RowWindow;
  /** English and UTC where absent. */
  reader?: SearchReader;
  /** What the reader or the macro's settings say of the panel's variables. */
  values?: VariableValues;
  /** Keys of columns that the macro's settings leave out. */
  hiddenColumns?: string[];
  /** One value in a sentence: that of this column in the first row, or of the panel's own visual where no column is named. */
  inline?: { column?: string };
  /** The reader requests new rows; respected only when the rows have a minimum age. */
  refresh?: boolean;
  /** The second call, after a view with `askAgainMs`: the source is called, if the rows are still not fresh. */
  refetch?: boolean;
  /** The ticket of a reply: this call is to read on, and nobody waits for it. */
  carry?: string;
  /** So many rows of the reading of that id are looked at, however many there are by now. */
  upTo?: RowsSeen;
  /** The window began with a row among these that is to stay in view: the page that holds it now is returned instead. */
  keepTop?: RowsSeen;
}

/** The first rows of a reading that goes on, as a reader has seen them. */
export interface RowsSeen {
  reading: string;
  rows: number;
}
