import type { ReactNode } from 'react';
import { Component } from 'react';
import { Notice } from '../fields/Notice';

/** Shows a sentence instead of an empty page when a screen cannot be drawn or loaded. */
export class ScreenGuard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Notice look="error" title="This screen cannot be shown" live>
        Reload the page. Unsaved changes are lost. If it happens again, report it to the developers of the app.
      </Notice>
    );
  }
}
