const rows = ['first', 'second', 'third'];

/** Gray bars in the place of a list that is being loaded. */
export function ListSkeleton({ what }: { what: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">Loading {what}…</span>
      {rows.map((row) => (
        <div key={row} className="skeleton-row" aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
