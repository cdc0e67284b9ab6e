import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';
import type { ReactElement } from 'react';
import type { BodyNode, HostPage, MacroNode } from '../../http/api';
import { SiteLink } from '../chrome/SiteLink';
import { ModuleView } from '../frame/ModuleView';
import { mayEdit, useHost } from '../host';
import { pathOf } from '../route';
import { useHostPage } from '../useHostPage';
import { Refusal } from './Refusal';

/** A page as readers see it: title, text, and each macro in a frame of its own. */
export function PageView({ pageId }: { pageId: string }): ReactElement {
  const loaded = useHostPage(pageId);
  if (loaded.at === 'loading') return <Spinner label="Loading the page" />;
  if (loaded.at === 'refused') return <Refusal title="This page is not shown" text={loaded.message} />;
  return (
    <article className="page">
      <PageHeader page={loaded.page} />
      {loaded.page.body.map((node, index) => (
        <ShownNode key={node.kind === 'macro' ? node.localId : index} node={node} pageId={pageId} />
      ))}
    </article>
  );
}

function PageHeader({ page }: { page: HostPage }): ReactElement {
  const { state, go } = useHost();
  const space = state.spaces.find((one) => one.id === page.spaceId);
  return (
    <header className="page-header">
      <div>
        {space && (
          <p className="breadcrumb">
            <SiteLink to={{ at: 'space', spaceKey: space.key }}>{space.name}</SiteLink>
          </p>
        )}
        <h1>{page.title || 'Untitled'}</h1>
        <p className="byline">Version {page.version}</p>
      </div>
      {space && mayEdit(state) && (
        <Button onClick={() => go(pathOf({ at: 'edit', spaceKey: space.key, pageId: page.id }))}>Edit</Button>
      )}
    </header>
  );
}

function ShownNode({ node, pageId }: { node: BodyNode; pageId: string }): ReactElement {
  if (node.kind === 'macro') return <ShownMacro node={node} pageId={pageId} />;
  return node.kind === 'heading' ? <h2>{node.text}</h2> : <p>{node.text}</p>;
}

function ShownMacro({ node, pageId }: { node: MacroNode; pageId: string }): ReactElement {
  const { moduleKey, localId, config } = node;
  return (
    <div className="page-macro">
      <ModuleView request={{ moduleKey, surface: 'main', contentId: pageId, macroLocalId: localId, config }} />
    </div>
  );
}
