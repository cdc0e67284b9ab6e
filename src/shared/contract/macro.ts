import type { CellValue, Column } from '../frame';
import type { VisualName } from '../view';
import type { LoadReply, LoadRequest, SearchReader } from './loading';
import type { OwnAccountCalls } from './own-account';
import type { PanelPreview } from './panel';
import type { VariableEntry, VariableValues, VariableView } from './variable';

/** A panel that the editor may pick for this page. */
export interface PanelChoice {
  id: string;
  name: string;
  description: string;
  dataSourceName: string;
}

/** What the settings dialog offers to set for a panel. */
export interface ChoiceDetails {
  choice: PanelChoice;
  visual: VisualName;
  variables: VariableView[];
  columns: Pick<Column, 'key' | 'label' | 'type'>[];
}

export interface ColumnValuesRequest {
  panelId: string;
  values?: VariableValues;
  /** Key of the column. */
  column: string;
  /** Words that a value must contain as this reader sees it. */
  search?: string;
  /** English and UTC where absent. */
  reader?: SearchReader;
  offset: number;
}

/** The different values of a column, most frequent first, in as many replies as they need. */
export type ColumnValuesReply =
  | { state: 'values'; values: { value: CellValue; count: number }[]; total: number; nextOffset?: number }
  | { state: 'pending'; askAgainMs: number };

/**
 * Entries of a list variable that come from another panel; `cut` where there are more than travel at once, `own` where the
 * caller's own account brought them and others have other ones.
 */
export type VariableEntriesReply =
  { state: 'entries'; entries: VariableEntry[]; cut: boolean; own?: true } | { state: 'pending'; askAgainMs: number };

/** The calls of the macros and of their settings dialog. */
export interface MacroCalls extends OwnAccountCalls {
  loadPanel: { input: LoadRequest; output: LoadReply };
  columnValues: { input: ColumnValuesRequest; output: ColumnValuesReply };
  variableEntries: { input: { panelId: string; key: string; text: string }; output: VariableEntriesReply };
  listPanelChoices: { input: { text: string }; output: PanelChoice[] };
  /** Null where the panel is gone or not allowed in this space. */
  choiceDetails: { input: { panelId: string }; output: ChoiceDetails | null };
  /** What an admin should act on before pages with the panel show no new rows, in sentences; empty for nothing. */
  editorWarnings: { input: { panelId: string }; output: string[] };
  previewChoice: { input: { panelId: string; values?: VariableValues }; output: PanelPreview };
}

/** How a variable is used in one macro: the reader sets it, sees it, or neither. */
export type VariableUse = 'reader' | 'fixed' | 'hidden';

/**
 * What the settings dialog saves with a macro: JSON without nulls and nested lists, input like any other. Values of
 * variables stand one by one as `value.<key>`, their use as `use.<key>`.
 */
export interface MacroConfig {
  panelId?: string;
  /** The panel's name when it was picked, for the day it is gone. */
  panelName?: string;
  title?: string;
  rowsPerPage?: number;
  /** Keys of columns. */
  hiddenColumns?: string[];
  /** Key of the column that an inline macro shows. */
  column?: string;
  [variable: `value.${string}`]: string;
  [variable: `use.${string}`]: VariableUse;
}
