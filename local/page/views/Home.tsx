import type { ReactElement } from 'react';
import { modulesOf, routeOf } from '../app-routes';
import { SiteLink } from '../chrome/SiteLink';
import { useHost } from '../host';
import { AppFacts } from './AppFacts';
import { HomepageFeed } from './HomepageFeed';

/** The first page of the site: its spaces, the app's pages, and for admins its settings and what is said of it. */
export function Home(): ReactElement {
  const { state } = useHost();
  return (
    <div className="home">
      <div className="page-narrow">
        <h1>{state.site.name}</h1>
        <p className="lead">A small Confluence on this machine, with {state.app.name} installed.</p>
        <h2>Spaces</h2>
        <ul className="cards">
          {state.spaces.map((space) => (
            <li key={space.id} className="card">
              <SiteLink to={{ at: 'space', spaceKey: space.key }}>{space.name}</SiteLink>
              <span>{countPages(state.pages.filter((page) => page.spaceId === space.id).length)}</span>
            </li>
          ))}
        </ul>
        <AppCards />
        {state.user.role === 'admin' && <AppFacts />}
      </div>
      <HomepageFeed />
    </div>
  );
}

function AppCards(): ReactElement | null {
  const { state } = useHost();
  const settings = state.user.role === 'admin' ? modulesOf(state, 'confluence:globalSettings') : [];
  const pages = modulesOf(state, 'confluence:globalPage');
  if (pages.length + settings.length === 0) return null;
  return (
    <>
      <h2>Apps</h2>
      <ul className="cards">
        {[...pages, ...settings].map((module) => (
          <li key={module.key} className="card">
            <SiteLink to={routeOf(state, module)!}>{module.title}</SiteLink>
            <span>{module.type === 'confluence:globalPage' ? 'App' : 'App settings'}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function countPages(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}
