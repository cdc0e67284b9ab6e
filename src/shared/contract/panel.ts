import type { Reading } from '../frame';
import type { View } from '../view';
import type { ColumnSettings } from './column';
import type { Freshness } from './data-source';
import type { RowStep } from './row-step';
import type { PanelVariable } from './variable';
import type { VisualSettings } from './visual';

/** JSONPath steps come first and work on the response; each goes on with what the one before it found. */
export interface FilterStep {
  /** JSONPath, RFC 9535, in which `{$.key}` is bound to a variable's value. The first step selects the rows. */
  selector: string;
  /** Finding nothing ends in no rows, and not in a problem. */
  ignoreOnFail?: boolean;
  /** What is found stays a list even if it is one value. */
  resultIsList?: boolean;
  /**
   * A path of names inside what is found, such as `$.lines`: a row for each entry of the list there, with the entry in the
   * list's place, so that what is around it stands in each row. JSON in a text there is read first.
   */
  unfold?: string;
  /** Members that stood beside the list: where one of them is there and the list is not, the list is empty. */
  beside?: string[];
}

/** What a panel requests beyond the data source's own request. */
export interface PanelRequest {
  /** Below the URL of the data source, such as `/groups`; placeholders as there. Empty for the URL itself. */
  path: string;
  /** Added to the data source's; one of the same name takes its place. */
  parameters: { name: string; value: string }[];
}

export interface PanelSettings {
  name: string;
  description: string;
  dataSourceId: string;
  request?: PanelRequest;
  variables?: PanelVariable[];
  /** What this panel gives the data source's variables, in which `{$.key}` may stand; the others keep their default. */
  variableValues: Record<string, string>;
  filters: FilterStep[];
  columns: ColumnSettings[];
  rowSteps?: RowStep[];
  visual: VisualSettings;
  /** In place of the data source's. */
  freshness?: Freshness;
  /** Readers wait for the last page of a list that is read anew, and see how far it is, rather than its first rows. */
  onlyWhenComplete?: boolean;
  /** Readers without an account of their own see the rows of the shared one, where the data source has both. */
  sharedWithoutAccount?: boolean;
}

export interface PanelView {
  id: string;
  rev: number;
  settings: PanelSettings;
  dataSourceName: string;
}

export interface PanelSummary {
  id: string;
  name: string;
  description: string;
  dataSourceId: string;
  dataSourceName: string;
  /** Pages that have shown it in the last 90 days, as far as the app has noted them. */
  pageCount: number;
}

/** Where panels are shown: titles of pages that the caller may read, and how many others there are. */
export interface PanelPages {
  titles: string[];
  others: number;
}

export interface PanelForm {
  id?: string;
  rev?: number;
  settings: PanelSettings;
}

/** Rows selector and columns read off a response, best guess first. */
export interface PanelProposal {
  rowsSelector: string;
  rowCount: number;
  columns: ColumnSettings[];
  /** Other lists in the response that could be the rows. */
  otherRowsSelectors: string[];
  /** All filter steps, where these rows take more than the selector. */
  filters?: FilterStep[];
  /** Lists inside the rows that a step could unfold, as paths of names. */
  unfoldable?: string[];
  /** The different texts of columns with few of them, by selector; absent where no column has few. */
  values?: Record<string, string[]>;
  /** How many fields of the rows are no columns here; absent for none. */
  fieldsLeftOut?: number;
  /** The response to click on, as JSON text with long lists and texts cut. Absent if it cannot be read. */
  tree?: string;
}

export interface PanelPreview {
  view: View;
  reading: Reading;
}
