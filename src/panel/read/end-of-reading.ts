import type { Pagination } from '../../shared/contract';
import type { MoreRows, StopReason } from '../../shared/frame';
import { Problem } from '../../shared/problem';
import { moreRows } from '../../requests/more/more-rows';
import type { PageFacts } from '../../requests/pagination/page-facts';
import { isCounted } from '../../requests/pagination/styles';
import { compileSelector } from '../../selectors/selector';
import type { Upstream } from './upstream';

type Reading = Pick<Upstream, 'settings' | 'selectors' | 'rowsSelector'>;

/**
 * How a reading ends where its paging leads no further: `complete` only if the response does not speak of more. What it
 * states itself, by a flag or a total that the settings name, needs no second look.
 * @throws Problem `selector-invalid`
 */
export function endingAfter(
  reading: Reading,
  page: PageFacts,
  isStated = false,
): { stopReason: StopReason; more?: MoreRows } {
  const { pagination } = reading.settings;
  const more = isStated ? undefined : moreAfter(reading, page);
  if (!more) return { stopReason: 'complete' };
  return isFirstPageWanted(pagination) ? { stopReason: 'first-page' } : { stopReason: 'unfollowed', more };
}

const isFirstPageWanted = (pagination: Pagination) => pagination.style === 'none' && pagination.firstPageOnly === true;

/**
 * A paging that led on once has ended as its style ends; only of one that counts can a total show that pages are held
 * back. Where it led nowhere at all, it may not be how this API pages. A full page is no sign to a paging that would go on.
 */
function moreAfter(reading: Reading, page: PageFacts): MoreRows | undefined {
  const { pagination } = reading.settings;
  if (page.pagesBefore > 0 && !isCounted(pagination)) return undefined;
  const { request, document, headers = [], itemsBefore: countBefore } = page;
  const more = moreRows({ request, document, headers, rowsSelector: rowsSelectorOf(reading), countBefore });
  if (page.pagesBefore > 0) return more?.by === 'total' ? more : undefined;
  return more?.by === 'full-page' && pagination.style !== 'none' ? undefined : more;
}

function rowsSelectorOf({ rowsSelector, selectors }: Reading): string {
  return rowsSelector?.() ?? selectors.rows[0] ?? '';
}

/**
 * Where pages are counted, there is an end behind which some APIs respond with 404, or 400, rather than an empty page.
 */
export function isPastTheEnd({ settings }: Pick<Upstream, 'settings'>, error: unknown): boolean {
  const status = error instanceof Problem ? error.details.status : undefined;
  return isCounted(settings.pagination) && (status === 404 || status === 400);
}

/**
 * Whether a page has lost the place of the rows, and all else that the page before had: it is no page of this list. An
 * absent list beside known members is an empty one, and so is no response at all.
 * @throws Problem `selector-invalid`
 */
export function lacksRows(reading: Reading, before: PageFacts, document: unknown): boolean {
  const selector = rowsSelectorOf(reading);
  if (document === null || selector.trim() === '') return false;
  if (Array.isArray(before.document) !== Array.isArray(document)) return true;
  const rows = compileSelector(selector);
  if (rows.select(document).length > 0 || !rows.isAbsentIn(document)) return false;
  return !namesOf(document).some((name) => namesOf(before.document).includes(name));
}

const namesOf = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
