import { lazy, Suspense, useState } from 'react';
import { Loading } from '../fields/Loading';
import { ListScreen } from '../screens/lists/ListScreen';
import type { Route } from '../screens/route';
import { ScreenGuard } from './ScreenGuard';

const DataSourceScreen = lazy(() => import('../screens/data-source/DataSourceScreen'));
const PanelScreen = lazy(() => import('../screens/panel/PanelScreen'));

/** The settings page: the lists, or the form that was opened from them. */
export function App() {
  const [route, navigate] = useState<Route>({ screen: 'list', tab: 'data-sources' });
  return (
    <main className="page">
      <ScreenGuard>
        <Suspense fallback={<Loading what="the form" />}>
          {route.screen === 'list' ? <ListScreen route={route} navigate={navigate} /> : null}
          {route.screen === 'data-source' ? (
            <DataSourceScreen key={route.id ?? 'new'} id={route.id} copy={route.copy} navigate={navigate} />
          ) : null}
          {route.screen === 'panel' ? (
            <PanelScreen
              key={route.id ?? 'new'}
              id={route.id}
              start={route.start}
              copy={route.copy}
              navigate={navigate}
            />
          ) : null}
        </Suspense>
      </ScreenGuard>
    </main>
  );
}
