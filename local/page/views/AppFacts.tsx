import type { ReactElement } from 'react';
import { useHost } from '../host';

/** For admins: what the app's manifest has that this host takes no notice of. */
export function AppFacts(): ReactElement | null {
  const { state } = useHost();
  if (state.notModelled.length === 0) return null;
  return (
    <section aria-labelledby="not-modelled">
      <h2 id="not-modelled">What this host does not model</h2>
      <p className="lead">A real site may do more with {state.app.name} than is seen here:</p>
      <ul className="app-facts">
        {state.notModelled.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
