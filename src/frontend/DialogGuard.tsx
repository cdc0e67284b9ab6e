import { view } from '@forge/bridge';
import { Button, FormFooter, SectionMessage, Stack, Text } from '@forge/react';
import type { ReactNode } from 'react';
import { Component } from 'react';

/** Shows a sentence instead of an empty dialog when something in it cannot be drawn or loaded. */
export class DialogGuard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Stack space="space.200">
        <SectionMessage appearance="error" title="The settings cannot be shown">
          <Text>
            Close this dialog and open it again; the macro keeps its settings. If it happens again, report it to the
            developers of the app.
          </Text>
        </SectionMessage>
        <FormFooter>
          <Button onClick={() => void view.close()}>Close</Button>
        </FormFooter>
      </Stack>
    );
  }
}
