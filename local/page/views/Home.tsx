import type { ReactElement } from 'react';
import { SiteLink } from '../chrome/SiteLink';
import { useHost } from '../host';

/** The first page of the site: its spaces, and the app's settings for admins. */
export function Home(): ReactElement {
  const { state } = useHost();
  const settings = state.modules.filter((module) => module.type === 'confluence:globalSettings');
  return (
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
      {state.user.role === 'admin' && settings.length > 0 && (
        <>
          <h2>Apps</h2>
          <ul className="cards">
            {settings.map((module) => (
              <li key={module.key} className="card">
                <SiteLink to={{ at: 'app', moduleKey: module.key }}>{module.title}</SiteLink>
                <span>App settings</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function countPages(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}
