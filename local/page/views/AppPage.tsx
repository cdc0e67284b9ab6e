import type { ReactElement } from 'react';
import { useEffect, useMemo } from 'react';
import { SiteLink } from '../chrome/SiteLink';
import { openPageHistory } from '../frame/page-history';
import { ModuleView } from '../frame/ModuleView';
import { useHost } from '../host';
import type { Route } from '../route';
import { pathOf } from '../route';
import { modulesOf, routeOf } from '../app-routes';
import { Refusal } from './Refusal';

type AppRoute = Extract<Route, { app: string }>;

const types: Readonly<Record<AppRoute['at'], string>> = {
  'global-page': 'confluence:globalPage',
  'space-page': 'confluence:spacePage',
  'space-settings': 'confluence:spaceSettings',
};

/** A page that the app adds to the site or to a space, or its settings for a space. */
export function AppPage({ route }: { route: AppRoute }): ReactElement {
  const { state } = useHost();
  const module = modulesOf(state, types[route.at]).find((one) => one.route === route.route);
  const spaceKey = 'spaceKey' in route ? route.spaceKey : undefined;
  if (!module || route.app !== state.app.path) {
    return <Refusal title="No such page" text={`No app on this site has a page ${route.route} here.`} />;
  }
  if (route.at === 'space-settings' && state.user.role !== 'admin') {
    return (
      <Refusal
        title="Only space admins can open these settings"
        text={`The settings of ${module.title} are for the admins of the space. Ask one of them to make the change.`}
      />
    );
  }
  const base = pathOf({ ...route, inside: '' });
  return (
    <div className="app-page">
      <AppBreadcrumb route={route} />
      <h1>{module.title}</h1>
      <ShownPage key={base} moduleKey={module.key} spaceKey={spaceKey} base={base} />
    </div>
  );
}

function AppBreadcrumb({ route }: { route: AppRoute }): ReactElement {
  const { state } = useHost();
  const space = 'spaceKey' in route && state.spaces.find(({ key }) => key === route.spaceKey);
  if (!space) return <p className="breadcrumb">Apps</p>;
  return (
    <p className="breadcrumb">
      <SiteLink to={{ at: 'space', spaceKey: space.key }}>{space.name}</SiteLink> /{' '}
      {route.at === 'space-settings' ? 'Settings / Apps' : 'Apps'}
    </p>
  );
}

interface ShownPageProps {
  moduleKey: string;
  spaceKey: string | undefined;
  base: string;
}

function ShownPage({ moduleKey, spaceKey, base }: ShownPageProps): ReactElement {
  const request = useMemo(() => ({ moduleKey, surface: 'main' as const, spaceKey }), [moduleKey, spaceKey]);
  const { history, stop } = useMemo(() => openPageHistory(base), [base]);
  useEffect(() => stop, [stop]);
  return <ModuleView request={request} dialog={{ history: () => history }} minHeight="60vh" />;
}

/** The links to the app's pages of a type, for a list; nothing where it has none. */
export function AppPageLinks({ type, spaceKey }: { type: string; spaceKey?: string }): ReactElement {
  const { state } = useHost();
  return (
    <>
      {modulesOf(state, type).map((module) => {
        const to = routeOf(state, module, spaceKey);
        return (
          to && (
            <li key={module.key}>
              <SiteLink to={to}>{module.title}</SiteLink>
            </li>
          )
        );
      })}
    </>
  );
}
