import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { HostSpace } from '../../shared/api';
import { modulesOf, routeOf } from '../app-routes';
import { mayEdit, useHost } from '../host';
import { pathOf } from '../route';
import { messageOf, server } from '../server';
import { SiteLink } from './SiteLink';

/** Spaces with their pages, and for admins the apps. On a narrow screen it folds under a *Menu* button. */
export function Sidebar(): ReactElement {
  const { state } = useHost();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="sidebar-area" data-open={isOpen}>
      <button className="sidebar-toggle" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Menu
      </button>
      <nav className="sidebar" aria-label="Spaces and pages" onClick={() => setOpen(false)}>
        {mayEdit(state) && <CreatePageButton />}
        {state.spaces.map((space) => (
          <SpaceEntry key={space.id} space={space} />
        ))}
        <AppEntries />
      </nav>
    </div>
  );
}

function SpaceEntry({ space }: { space: HostSpace }): ReactElement {
  const { state } = useHost();
  const pages = state.pages.filter((page) => page.spaceId === space.id);
  return (
    <section className="sidebar-group">
      <h2>
        <SiteLink to={{ at: 'space', spaceKey: space.key }}>{space.name}</SiteLink>
      </h2>
      <ul>
        {pages.map((page) => (
          <li key={page.id}>
            <SiteLink to={{ at: page.status === 'draft' ? 'edit' : 'page', spaceKey: space.key, pageId: page.id }}>
              {page.title || 'Untitled'}
              {page.status === 'draft' && <span className="sidebar-draft">Draft</span>}
            </SiteLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The app's own pages for everybody, its settings for admins. */
function AppEntries(): ReactElement | null {
  const { state } = useHost();
  const settings = state.user.role === 'admin' ? modulesOf(state, 'confluence:globalSettings') : [];
  const pages = modulesOf(state, 'confluence:globalPage');
  if (pages.length + settings.length === 0) return null;
  return (
    <section className="sidebar-group">
      <h2>Apps</h2>
      <ul>
        {[...pages, ...settings].map((module) => (
          <li key={module.key}>
            <SiteLink to={routeOf(state, module)!}>{module.title}</SiteLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Makes a draft in the space that is open, or else in the first one, and opens it in the editor. */
function CreatePageButton(): ReactElement {
  const { state, route, go, refresh, shell } = useHost();
  const [isBusy, setBusy] = useState(false);
  const spaceKey = 'spaceKey' in route ? route.spaceKey : undefined;
  const space = state.spaces.find((one) => one.key === spaceKey) ?? state.spaces[0];
  if (!space) return <></>;
  const create = async (): Promise<void> => {
    setBusy(true);
    try {
      const page = await server.createPage({ spaceId: space.id });
      await refresh();
      go(pathOf({ at: 'edit', spaceKey: space.key, pageId: page.id }));
    } catch (error) {
      shell.showFlag({ id: 'create', type: 'error', title: 'The page was not created', description: messageOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="sidebar-create">
      <Button shouldFitContainer isDisabled={isBusy} onClick={() => void create()}>
        Create page
      </Button>
    </div>
  );
}
