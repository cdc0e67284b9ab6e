import type { FilterStep, PanelProposal } from '../../shared/contract';
import { nameLength } from '../../shared/limits';
import { isKeyedList } from '../../shared/row-shapes/map-kind';
import { membersOf } from '../../shared/row-shapes/members';
import { isElement } from '../../xml-element';
import { ownMember } from '../../panel/shape/read-members';
import { rowSelection } from '../../panel/shape/select';
import type { PageRequest } from '../../requests/pagination/page-facts';
import { compileSelector } from '../../selectors/selector';
import { cellsOf } from './cells-of';
import { type ListCandidate, listCandidates } from './list-candidates';
import { proposeColumns } from './propose-columns';
import { rankCandidates } from './rank-candidates';
import { unfoldableIn } from './unfoldable';

const maxOthers = 9;

/** Rows that an admin has chosen, and the request that the response is to; both may be unknown. */
export interface ProposalFor {
  rows?: RowsPlace;
  request?: PageRequest;
  /** What stands before decimals, as the response as a whole speaks for it. */
  likelySign?: '.' | ',';
}

/**
 * Rows and columns read off one response. With chosen rows only the columns are guessed, and where their selector leads to
 * objects keyed by id, those are the rows; a response without any list is proposed as a single row.
 * @throws Problem `selector-invalid`, `selector-matched-nothing` for the rows that were handed in
 */
export function proposePanel(
  document: unknown,
  { rows: chosen, request, likelySign }: ProposalFor = {},
): PanelProposal {
  const candidates = rankCandidates(document, listCandidates(document), request);
  const place = chosen ? placeOf(chosen, document) : (candidates[0] ?? whole);
  const fitting = candidates.find(({ selector, unfold }) => selector === place.selector && unfold === place.unfold);
  const step = stepAt(place, membersBeside(fitting));
  const rows = (!chosen && fitting?.rows) || selectedBy(step, document);
  const { columns, values, fields } = proposeColumns({
    rows,
    cells: cellsOf(fitting ?? {}, step.unfold),
    likelySign,
  });
  const others = candidates.filter(isOther).map(({ selector }) => selector);
  const unfoldable = step.unfold === undefined ? unfoldableIn(rows) : [];
  return {
    rowsSelector: step.selector,
    rowCount: rows.length,
    columns,
    otherRowsSelectors: [...new Set(others)].filter((selector) => selector !== step.selector).slice(0, maxOthers),
    ...((step.unfold !== undefined || step.beside) && { filters: [step] }),
    ...(unfoldable.length > 0 && { unfoldable }),
    ...(Object.keys(values).length > 0 && { values }),
    ...(fields > columns.length && { fieldsLeftOut: fields - columns.length }),
  };
}

function selectedBy(step: FilterStep, document: unknown): readonly unknown[] {
  const selection = rowSelection([step]);
  selection.requireIn(document);
  return selection.rows(document);
}

/** Whether somebody may have meant it. */
const isOther = ({ shape }: ListCandidate) => shape !== 'object' && shape !== 'empty';

type RowsPlace = Pick<FilterStep, 'selector' | 'unfold'>;

const whole: RowsPlace = { selector: '$' };

function placeOf({ selector, unfold }: RowsPlace, document: unknown): RowsPlace {
  const { names } = compileSelector(selector);
  const isOfKeyed = names !== undefined && isKeyedList(names.reduce(ownMember, document));
  return { selector: isOfKeyed ? `${selector}[*]` : selector, unfold: unfold?.trim() || undefined };
}

function stepAt({ selector, unfold }: RowsPlace, beside: string[]): FilterStep {
  return { selector, ...(unfold !== undefined && { unfold }), ...(beside.length > 0 && { beside }) };
}

const mostBeside = 20;

/** What stands beside a list that is a member, by name; nothing in XML, where an empty list leaves no trace anyway. */
function membersBeside({ name = '', holder }: Partial<ListCandidate> = {}): string[] {
  if (!holder || name === '' || isElement(holder)) return [];
  const others = membersOf(holder).names.filter((each) => each !== name && each.length <= nameLength);
  return others.slice(0, mostBeside);
}
