import type { ReactNode } from 'react';
import { Component } from 'react';
import { EmptyNote } from '../visuals/EmptyNote';

/** Shows a sentence instead of nothing when drawing fails. */
export class DrawingGuard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <EmptyNote heading="These rows cannot be shown">
        Reload the page. If this keeps happening, tell your Confluence admin.
      </EmptyNote>
    );
  }
}
