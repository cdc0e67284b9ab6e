import type { ReactElement } from 'react';
import { Suspense } from 'react';
import { useHost } from '../host';
import { lazyWithStyles } from '../lazy';
import { AppPage } from './AppPage';
import { AppSettings } from './AppSettings';
import { Home } from './Home';
import { PageView } from './PageView';
import { Refusal } from './Refusal';
import { SpaceView } from './SpaceView';

const PageEditor = lazyWithStyles('editor', async () => (await import('../editor/PageEditor')).PageEditor);

/** What the URL names. */
export function RouteView(): ReactElement {
  const { route } = useHost();
  switch (route.at) {
    case 'home':
      return <Home />;
    case 'space':
      return <SpaceView spaceKey={route.spaceKey} />;
    case 'page':
      return <PageView key={route.pageId} pageId={route.pageId} />;
    case 'edit':
      return (
        <Suspense>
          <PageEditor key={route.pageId} pageId={route.pageId} />
        </Suspense>
      );
    case 'app':
      return <AppSettings key={route.moduleKey} moduleKey={route.moduleKey} />;
    case 'global-page':
    case 'space-page':
    case 'space-settings':
      return <AppPage route={route} />;
    case 'nowhere':
      return <Refusal title="There is nothing here" text={`This site has no page at ${route.path}.`} />;
  }
}
