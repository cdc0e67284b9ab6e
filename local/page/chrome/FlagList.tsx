import type { ReactElement } from 'react';
import { useEffect } from 'react';
import type { FlagRequest } from '../../bridge/surface';
import type { Flags } from '../useFlags';

/** How long a flag that dismisses itself stays, as long as Atlassian's own. */
const AUTO_DISMISS_MS = 8000;

/** The flags of the app and of the shell in the lower left corner, announced to screen readers. */
export function FlagList({ flags }: { flags: Flags }): ReactElement {
  return (
    <section className="flags" aria-label="Notifications" aria-live="polite">
      {flags.shown.map((flag) => (
        <FlagCard key={flag.id} flag={flag} onClose={flags.close} />
      ))}
    </section>
  );
}

function FlagCard({ flag, onClose }: { flag: FlagRequest; onClose: Flags['close'] }): ReactElement {
  useEffect(() => {
    if (!flag.isAutoDismiss) return undefined;
    const timer = window.setTimeout(() => onClose(flag.id), AUTO_DISMISS_MS);
    return () => window.clearTimeout(timer);
  }, [flag, onClose]);
  const kind = flag.appearance ?? flag.type ?? 'info';
  return (
    <article
      className="flag"
      data-kind={kind}
      data-bold={flag.appearance !== undefined}
      role={kind === 'error' ? 'alert' : 'status'}
    >
      <div className="flag-text">
        {flag.title && <h2>{flag.title}</h2>}
        {flag.description && <p>{flag.description}</p>}
        {flag.actions?.map((action) => (
          <button key={action.text} type="button" className="link-button" onClick={() => void action.onClick()}>
            {action.text}
          </button>
        ))}
      </div>
      <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => onClose(flag.id)}>
        ×
      </button>
    </article>
  );
}
