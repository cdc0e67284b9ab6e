import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';
import type { ReactElement } from 'react';
import { Suspense, useState } from 'react';
import type {
  BodyNode,
  ExportPageRequest,
  HostPage,
  HostState,
  MacroNode,
  ModuleInfo,
  SentenceNode,
} from '../../shared/api';
import { modulesOf } from '../app-routes';
import { SiteLink } from '../chrome/SiteLink';
import { lazyWithStyles } from '../lazy';
import type { ViewRequest } from '../frame/useView';
import { ModuleView } from '../frame/ModuleView';
import { mayEdit, useHost } from '../host';
import { pathOf } from '../route';
import { messageOf, server } from '../server';
import { useHostPage } from '../useHostPage';
import { Byline } from './Byline';
import type { PageAction } from './PageMenu';
import { PageMenu } from './PageMenu';
import { Refusal } from './Refusal';

const ExportedPage = lazyWithStyles('export', async () => (await import('../export/ExportedPage')).ExportedPage);
const MovePageDialog = lazyWithStyles('dialogs', async () => (await import('../dialogs/dialogs')).MovePageDialog);
const PageHistoryDialog = lazyWithStyles('dialogs', async () => (await import('../dialogs/dialogs')).PageHistoryDialog);
const ModuleDialog = lazyWithStyles('dialogs', async () => (await import('../dialogs/dialogs')).ModuleDialog);

const dialogs = { move: MovePageDialog, history: PageHistoryDialog };

/** A module of the app that stands open above the page, and what follows its closing. */
interface OpenModule {
  module: ModuleInfo;
  onClosed(): void;
}

/** A page as readers see it: title, text, and each macro in a frame of its own. */
export function PageView({ pageId }: { pageId: string }): ReactElement {
  const loaded = useHostPage(pageId);
  const [exportType, setExportType] = useState<ExportPageRequest['exportType'] | null>(null);
  const [opened, setOpened] = useState<OpenModule | null>(null);
  const [asked, setAsked] = useState<keyof typeof dialogs | null>(null);
  const arrive = useArrival();
  const PageDialog = asked && dialogs[asked];
  const open = (module: ModuleInfo, onClosed: () => void = () => undefined): void => setOpened({ module, onClosed });
  const close = (): void => {
    setOpened(null);
    opened?.onClosed();
  };
  if (loaded.at === 'loading') return <Spinner label="Loading the page" />;
  if (loaded.at === 'refused') return <Refusal title="This page cannot be shown" text={loaded.message} />;
  if (exportType) {
    return (
      <Suspense fallback={<Spinner label="Exporting the page" />}>
        <ExportedPage request={{ contentId: pageId, exportType }} onClose={() => setExportType(null)} />
      </Suspense>
    );
  }
  return (
    <article className="page">
      <PageHeader page={loaded.page} onExport={setExportType} onOpen={open} onAsk={setAsked} onArrive={arrive} />
      {loaded.page.body.map((node, index) => (
        <ShownNode key={node.kind === 'macro' ? node.localId : index} node={node} pageId={pageId} />
      ))}
      <Suspense>
        {opened && <ModuleDialog module={opened.module} contentId={pageId} onClose={close} />}
        {PageDialog && <PageDialog page={loaded.page} onClose={() => setAsked(null)} onChanged={arrive} />}
      </Suspense>
    </article>
  );
}

/** Goes to the page as it is now, be it the same one. */
function useArrival(): (page: HostPage) => void {
  const { state } = useHost();
  return ({ id, spaceId }) => {
    const space = state.spaces.find((one) => one.id === spaceId);
    window.location.assign(space ? pathOf({ at: 'page', spaceKey: space.key, pageId: id }) : '/');
  };
}

interface PageHeaderProps {
  page: HostPage;
  onAsk(dialog: keyof typeof dialogs): void;
  onArrive(page: HostPage): void;
  onExport(type: ExportPageRequest['exportType']): void;
  onOpen(module: ModuleInfo, onClosed?: () => void): void;
}

function PageHeader({ page, onExport, onOpen, onAsk, onArrive }: PageHeaderProps): ReactElement {
  const { state, go, shell } = useHost();
  const space = state.spaces.find((one) => one.id === page.spaceId);
  const copy = (): void => {
    server.copyPage(page.id).then(onArrive, (error: unknown) => {
      shell.showFlag({ id: 'copy', type: 'error', title: 'The page was not copied', description: messageOf(error) });
    });
  };
  const ofEditors: PageAction[] = [
    { label: 'Copy page', run: copy },
    { label: 'Move page', run: () => onAsk('move') },
    { label: 'Page history', run: () => onAsk('history') },
  ];
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
        <Byline contentId={page.id} onOpen={onOpen} />
      </div>
      <div className="page-actions">
        {space && mayEdit(state) && (
          <Button onClick={() => go(pathOf({ at: 'edit', spaceKey: space.key, pageId: page.id }))}>Edit</Button>
        )}
        <PageMenu
          actions={[...(mayEdit(state) ? ofEditors : []), ...exportActions(onExport), ...appActions(state, onOpen)]}
        />
      </div>
    </header>
  );
}

function exportActions(onExport: PageHeaderProps['onExport']): PageAction[] {
  return [
    { label: 'Export to PDF', run: () => onExport('pdf') },
    { label: 'Export to Word', run: () => onExport('word') },
    { label: 'Show export view', run: () => onExport('other') },
  ];
}

function appActions(state: HostState, onOpen: PageHeaderProps['onOpen']): PageAction[] {
  const modules = modulesOf(state, 'confluence:contentAction');
  return modules.map((module) => ({ label: module.title, run: () => onOpen(module) }));
}

function ShownNode({ node, pageId }: { node: BodyNode; pageId: string }): ReactElement {
  if (node.kind === 'macro') return <ShownMacro node={node} pageId={pageId} />;
  if (node.kind === 'sentence') return <ShownSentence parts={node.parts} pageId={pageId} />;
  return node.kind === 'heading' ? <h2>{node.text}</h2> : <p>{node.text}</p>;
}

function ShownSentence({ parts, pageId }: { parts: SentenceNode['parts']; pageId: string }): ReactElement {
  return (
    <div className="sentence">
      {parts.map((part, place) =>
        typeof part === 'string' ? (
          <span key={place}>{part}</span>
        ) : (
          <ModuleView key={part.localId} request={shownRequest(part, pageId)} isInline />
        ),
      )}
    </div>
  );
}

function shownRequest({ moduleKey, localId, config }: MacroNode, pageId: string): ViewRequest {
  return { moduleKey, surface: 'main', contentId: pageId, macroLocalId: localId, config };
}

function ShownMacro({ node, pageId }: { node: MacroNode; pageId: string }): ReactElement {
  return (
    <div className="page-macro">
      <ModuleView request={shownRequest(node, pageId)} />
    </div>
  );
}
