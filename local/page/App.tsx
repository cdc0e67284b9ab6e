import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import type { ReactElement } from 'react';
import { Suspense, useMemo } from 'react';
import { FlagList } from './chrome/FlagList';
import { Sidebar } from './chrome/Sidebar';
import { TopBar } from './chrome/TopBar';
import type { PageHost } from './host';
import { HostContext } from './host';
import { lazyWithStyles } from './lazy';
import { useColorMode } from './useColorMode';
import { useConsent } from './useConsent';
import { useFlags } from './useFlags';
import { useHostState } from './useHostState';
import { useRoute } from './useRoute';
import { useShell } from './useShell';
import { RouteView } from './views/RouteView';

const ConsentDialog = lazyWithStyles('dialogs', async () => (await import('./dialogs/dialogs')).ConsentDialog);

/** The whole shell: top bar, spaces and pages, the place that the URL names, flags and the consent dialog. */
export function App(): ReactElement {
  const { state, fault, refresh } = useHostState();
  const [route, go] = useRoute();
  const [colorMode, setColorMode] = useColorMode();
  const flags = useFlags();
  const [consent, requestConsent] = useConsent();
  const shell = useShell({ state, colorMode, flags, go, requestConsent });
  const host = useMemo<PageHost | null>(
    () => state && shell && { state, refresh, route, go, colorMode, shell },
    [state, shell, refresh, route, go, colorMode],
  );
  if (!host) return <Waiting fault={fault} />;
  return (
    <HostContext.Provider value={host}>
      <TopBar onColorMode={setColorMode} />
      <div className="shell-columns">
        <Sidebar />
        <main className="shell-main" id="main">
          <RouteView key={host.state.user.accountId} />
        </main>
      </div>
      <FlagList flags={flags} />
      <Suspense>{consent && <ConsentDialog appName={host.state.app.name} consent={consent} />}</Suspense>
    </HostContext.Provider>
  );
}

function Waiting({ fault }: { fault: string | null }): ReactElement {
  if (fault === null) return <div className="shell-waiting">{<Spinner label="Loading the site" size="large" />}</div>;
  return (
    <div className="shell-waiting">
      <SectionMessage appearance="error" title="The local host does not respond">
        <p>{fault}</p>
      </SectionMessage>
    </div>
  );
}
