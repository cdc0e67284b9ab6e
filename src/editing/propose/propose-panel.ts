import type { PanelProposal } from '../../shared/contract';
import { compileSelector } from '../../selectors/selector';
import { ownMember } from '../../panel/shape/read-members';
import { rowSelection } from '../../panel/shape/select';
import { isKeyedById, type ListCandidate, listCandidates } from './list-candidates';
import { proposeColumns } from './propose-columns';

const maxOthers = 9;

/**
 * Rows and columns read off one response. With a rows selector only the columns are guessed, and where it leads to
 * objects keyed by id, those are the rows; a response without any list is proposed as a single row.
 * @throws Problem `selector-invalid`, `selector-matched-nothing` for the selector that was handed in
 */
export function proposePanel(document: unknown, rowsSelector?: string): PanelProposal {
  const candidates = listCandidates(document);
  const chosen = rowsSelector === undefined ? (candidates[0]?.selector ?? '$') : rowsAt(rowsSelector, document);
  const selection = rowSelection([{ selector: chosen }]);
  if (rowsSelector !== undefined) selection.requireIn(document);
  const rows = selection.rows(document);
  const others = candidates.map(({ selector }) => selector).filter((selector) => selector !== chosen);
  const columns = proposeColumns(rows, headingsFor(rows, candidates));
  return { rowsSelector: chosen, rowCount: rows.length, columns, otherRowsSelectors: others.slice(0, maxOthers) };
}

function rowsAt(selector: string, document: unknown): string {
  const { names } = compileSelector(selector);
  return names && isKeyedById(names.reduce(ownMember, document)) ? `${selector}[*]` : selector;
}

/** Rows that are lists often come with another list that names their places, as `{"columns": [...], "rows": [[...]]}`. */
function headingsFor([first]: readonly unknown[], candidates: readonly ListCandidate[]): string[] {
  if (!Array.isArray(first)) return [];
  const names = candidates.map(({ rows }) => rows.map(nameOf));
  const fitting = names.find((list) => list.length === first.length && list.every((name) => name !== ''));
  return (fitting ?? []).map((name) => name.slice(0, 100));
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const { name, label, title } = value as Record<string, unknown>;
  return [label, title, name].find((text): text is string => typeof text === 'string') ?? '';
}
