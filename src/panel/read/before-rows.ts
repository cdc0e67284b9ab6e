import { rowsPlace } from '../../requests/more/rows-place';
import type { NextRequest } from '../../requests/pagination/next-page';
import type { PageFacts } from '../../requests/pagination/page-facts';
import { compileSelector } from '../../selectors/selector';

/**
 * Whether a page only leads on to rows that are not there yet, as those of a statement that waits for its turn do: the rows'
 * place is not in it, and neither is any other filled list, or it comes after such a page.
 * @throws Problem `selector-invalid`
 */
export function isBeforeRows(
  { document, rowsSelector = '' }: PageFacts,
  next: NextRequest,
  isAfterSuch: boolean,
): boolean {
  if (next.kind === 'end') return false;
  if (!isAfterSuch && (rowsPlace(document, undefined)?.count ?? 0) > 0) return false;
  return rowsSelector.trim() === '' || compileSelector(rowsSelector).select(document).length === 0;
}
