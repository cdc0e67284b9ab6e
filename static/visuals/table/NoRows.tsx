import type { RowWindow } from '../../../src/shared/contract';
import { EmptyNote } from '../EmptyNote';

/** Says whether the source is empty or only search and filters find nothing. */
export function NoRows({ search, filters, onClear }: Pick<RowWindow, 'search' | 'filters'> & { onClear: () => void }) {
  if (!search && !filters) {
    return <EmptyNote heading="No rows">The source returned no rows.</EmptyNote>;
  }
  return (
    <EmptyNote heading="No matching rows">
      <span>{noMatch(search, filters !== undefined)}</span>
      <button type="button" className="xd-button" onClick={onClear}>
        Clear filter
      </button>
    </EmptyNote>
  );
}

function noMatch(search: string | undefined, hasFilters: boolean): string {
  if (!search) return 'No rows match the filters.';
  return hasFilters ? `No rows match “${search}” and the filters.` : `No rows match “${search}”.`;
}
