import Button from '@atlaskit/button/new';
import type { Navigate } from '../route';

interface EmptyPanelsProps {
  hasSources: boolean;
  navigate: Navigate;
}

/** Where there is no panel: the button that makes one, or the data source that it needs first. */
export function EmptyPanels({ hasSources, navigate }: EmptyPanelsProps) {
  return (
    <section className="empty" aria-labelledby="empty-panels-title">
      <h2 id="empty-panels-title">No panels yet</h2>
      <p>
        A panel turns the response of a data source into a table that editors can add to a page.
        {hasSources ? '' : ' It needs a data source first.'}
      </p>
      {hasSources ? (
        <Button appearance="primary" onClick={() => navigate({ screen: 'panel' })}>
          Add panel
        </Button>
      ) : (
        <Button appearance="primary" onClick={() => navigate({ screen: 'data-source' })}>
          Add data source
        </Button>
      )}
    </section>
  );
}
