interface SkeletonProps {
  /** Rows of a page, so that the place taken is about that of the table to come. */
  rows: number;
  isSlow?: boolean;
  /** How far the read is, in words. */
  progress?: string;
}

const mostLines = 21;

/** Stands where the rows will stand while they are loaded. */
export function Skeleton({ rows, isSlow, progress }: SkeletonProps) {
  const lines = Math.min(rows + 1, mostLines);
  return (
    <div>
      <div className="xd-skeleton-bar">
        <p role="status" className={isSlow ? 'xd-quiet' : 'xd-hidden'}>
          {isSlow ? (progress ?? 'Fetching the rows from the source. This can take a moment.') : 'Loading the rows.'}
        </p>
      </div>
      <div className="xd-skeleton" aria-hidden="true">
        {Array.from({ length: lines }, (_, line) => (
          <i key={line} />
        ))}
      </div>
    </div>
  );
}
