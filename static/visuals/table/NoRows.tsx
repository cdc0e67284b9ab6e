import type { RowWindow } from '../../../src/shared/contract';
import { EmptyNote } from '../EmptyNote';

/** Says whether the source is empty or only search and filters find nothing. */
export function NoRows({ search, filters, onClear }: Pick<RowWindow, 'search' | 'filters'> & { onClear: () => void }) {
  if (!search && !filters) {
    return <EmptyNote heading="No rows">The source answered, and it has no rows to show.</EmptyNote>;
  }
  return (
    <EmptyNote heading="No matching rows">
      <span>
        {search
          ? `No row contains “${search}”${filters ? ' and passes the filters' : ''}.`
          : 'No row passes the filters.'}
      </span>
      <button type="button" className="xd-button" onClick={onClear}>
        Clear filter
      </button>
    </EmptyNote>
  );
}
