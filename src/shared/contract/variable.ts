/** An entry of a list to choose from. */
export interface VariableEntry {
  value: string;
  label: string;
}

/** Fixed entries, or one for each row of another panel. */
export type ListEntries =
  | { from: 'fixed'; entries: VariableEntry[] }
  /** Columns by their keys; the value is its own label where no other column is named. */
  | { from: 'panel'; panelId: string; valueColumn: string; labelColumn?: string };

/** How the texts are written that a variable takes. */
export interface ValuePattern {
  /** A regular expression (RFC 9485) that the whole text has to match. */
  expression: string;
  /** The same for readers, as the rest of "must be". */
  words: string;
}

/**
 * Something the reader may set, known to filters and values as `{$.key}`. A default may hold context values such as
 * `{$.user.displayName}`. Values travel as text: `true` and `false`, numbers with a decimal point.
 */
export type PanelVariable = {
  key: string;
  label: string;
  required: boolean;
  defaultValue: string;
} & (
  { type: 'text'; pattern?: ValuePattern } | { type: 'number' | 'boolean' } | { type: 'list'; entries: ListEntries }
);

/** A variable as the reader meets it: with the value the rows are made with. */
export interface VariableView {
  key: string;
  label: string;
  type: PanelVariable['type'];
  required: boolean;
  value: string;
  /** Fixed entries. Absent for a list whose entries are another panel's rows, which `variableEntries` returns. */
  entries?: VariableEntry[];
}

/** Values of a panel's variables by key; one that is absent has its default. */
export type VariableValues = Record<string, string>;
