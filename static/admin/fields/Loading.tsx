import Spinner from '@atlaskit/spinner';

/** Said and shown while something is on its way. */
export function Loading({ what }: { what: string }) {
  return (
    <div className="loading" role="status">
      <Spinner size="medium" label="" />
      <span>Loading {what}…</span>
    </div>
  );
}
