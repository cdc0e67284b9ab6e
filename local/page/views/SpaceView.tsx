import type { ReactElement } from 'react';
import { SiteLink } from '../chrome/SiteLink';
import { useHost } from '../host';
import { AppPageLinks } from './AppPage';
import { Refusal } from './Refusal';

/** A space: its pages. */
export function SpaceView({ spaceKey }: { spaceKey: string }): ReactElement {
  const { state } = useHost();
  const space = state.spaces.find((one) => one.key === spaceKey);
  if (!space)
    return (
      <Refusal
        title="No such space"
        text={`There is no space with the key ${spaceKey} on this site, or you cannot see it.`}
      />
    );
  const pages = state.pages.filter((page) => page.spaceId === space.id);
  return (
    <div className="page-narrow">
      <h1>{space.name}</h1>
      <ul className="space-apps">
        <AppPageLinks type="confluence:spacePage" spaceKey={spaceKey} />
        {state.user.role === 'admin' && <AppPageLinks type="confluence:spaceSettings" spaceKey={spaceKey} />}
      </ul>
      {pages.length === 0 && <p className="lead">No pages yet. Pages created in this space appear here.</p>}
      <ul className="cards">
        {pages.map((page) => (
          <li key={page.id} className="card">
            <SiteLink to={{ at: page.status === 'draft' ? 'edit' : 'page', spaceKey, pageId: page.id }}>
              {page.title || 'Untitled'}
            </SiteLink>
            <span>{page.status === 'draft' ? 'Draft' : 'Published'}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
