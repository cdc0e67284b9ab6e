import SectionMessage from '@atlaskit/section-message';
import type { ReactElement, ReactNode } from 'react';
import { Component } from 'react';
import { readNode } from './forge-doc';
import { NodeView } from './NodeView';
import './ui-kit.css';

/** Draws the document that a UI Kit app sent, with Atlaskit. Each new document replaces the one before it. */
export function ForgeDocument({ document }: { document: unknown }): ReactElement {
  const root = readNode(document);
  if (root?.type !== 'Root')
    return <Fault text={`A document of type "${String(root?.type)}" is not modelled by the local host.`} />;
  return (
    <Guard>
      <div className="uik">
        <NodeView node={root} />
      </div>
    </Guard>
  );
}

function Fault({ text }: { text: string }): ReactElement {
  return (
    <SectionMessage appearance="error" title="This document cannot be drawn">
      <p>{text}</p>
    </SectionMessage>
  );
}

/** Shows what went wrong when a component cannot be drawn with the props that the app gave it. */
class Guard extends Component<{ children: ReactNode }, { fault: string | null }> {
  override state: { fault: string | null } = { fault: null };

  static getDerivedStateFromError(error: unknown): { fault: string } {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    return this.state.fault === null ? this.props.children : <Fault text={this.state.fault} />;
  }
}
