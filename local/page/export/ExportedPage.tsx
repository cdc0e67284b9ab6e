import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import type { ExportedMacro, ExportedNode, ExportPageReply, ExportPageRequest } from '../../shared/api';
import { messageOf, server } from '../server';
import '../styles/export.css';
import { Refusal } from '../views/Refusal';
import { AdfView } from '../../ui-kit/AdfView';

const NAMES = { pdf: 'Export to PDF', word: 'Export to Word', other: 'Export view' };

/** The document that an export of the page comes to: its words, and what the app returned for each macro. */
export function ExportedPage({ request, onClose }: { request: ExportPageRequest; onClose(): void }): ReactElement {
  const { contentId, exportType } = request;
  const [exported, setExported] = useState<ExportPageReply | string | null>(null);
  useEffect(() => {
    let isWanted = true;
    server.exportPage({ contentId, exportType }).then(
      (reply) => isWanted && setExported(reply),
      (error: unknown) => isWanted && setExported(messageOf(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [contentId, exportType]);
  if (exported === null) return <Spinner label="Exporting the page" />;
  if (typeof exported === 'string') return <Refusal title="The page was not exported" text={exported} />;
  return (
    <article className="page exported-page" aria-label={NAMES[exportType]}>
      <header className="page-header">
        <p className="byline">{NAMES[exportType]}</p>
        <Button onClick={onClose}>Back to the page</Button>
      </header>
      <div className="sheet">
        <h1>{exported.title || 'Untitled'}</h1>
        {exported.nodes.map((node, place) => (
          <ExportedBlock key={place} node={node} />
        ))}
      </div>
    </article>
  );
}

function ExportedBlock({ node }: { node: ExportedNode }): ReactElement {
  switch (node.kind) {
    case 'macro':
      return <MacroDocument macro={node} />;
    case 'heading':
      return <h2>{node.text}</h2>;
    case 'paragraph':
      return <p>{node.text}</p>;
    case 'sentence':
      return (
        <div className="sentence">
          {node.parts.map((part, place) =>
            typeof part === 'string' ? <span key={place}>{part}</span> : <MacroDocument key={place} macro={part} />,
          )}
        </div>
      );
  }
}

function MacroDocument({ macro }: { macro: ExportedMacro }): ReactElement {
  if (macro.fault !== undefined) return <em className="export-fault">{macro.fault}</em>;
  return <AdfView node={macro.document} />;
}
