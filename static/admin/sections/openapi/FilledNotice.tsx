import Button from '@atlaskit/button/new';
import type { PanelProposal } from '../../../../src/shared/contract';
import { Notice } from '../../fields/Notice';
import type { Filled } from './filled';

interface FilledNoticeProps {
  filled: Filled;
  onAddPanel: (proposal: PanelProposal) => void;
}

/** What came into the form, what is left to do, and the way to a panel with the columns that the document describes. */
export function FilledNotice({ filled: { notes, panel }, onAddPanel }: FilledNoticeProps) {
  const columns = panel?.columns ?? [];
  return (
    <Notice look="success" title="Filled in from the document" live>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {columns.length > 0 ? (
          <li>The document describes these columns: {columns.map(({ label }) => label).join(', ')}.</li>
        ) : null}
        <li>Check it, enter what is secret, then test it.</li>
      </ul>
      {panel && columns.length > 0 ? (
        <Button spacing="compact" onClick={() => onAddPanel(panel)}>
          Save and add panel with these columns
        </Button>
      ) : null}
    </Notice>
  );
}
