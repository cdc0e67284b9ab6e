import { EmptyNote } from '../EmptyNote';

/** Says whether the source is empty or only the filter finds nothing. */
export function NoRows({ search, onClear }: { search: string | undefined; onClear: () => void }) {
  if (!search) return <EmptyNote heading="No rows">The source answered, and it has no rows to show.</EmptyNote>;
  return (
    <EmptyNote heading="No matching rows">
      <span>No row contains “{search}”.</span>
      <button type="button" className="xd-button" onClick={onClear}>
        Clear filter
      </button>
    </EmptyNote>
  );
}
