import { DynamicTable, HelperMessage, Spinner, Stack, Text } from '@forge/react';
import { useCallback } from 'react';
import type { PanelPreview } from '../contract';
import { callMacro } from './call-macro';
import type { Reader } from './preview-table';
import { previewTable } from './preview-table';
import { ProblemMessage } from './ProblemMessage';
import { useReply } from './useReply';

function FirstRows({ preview, reader }: { preview: PanelPreview; reader: Reader }) {
  if (preview.view.totalRows === 0) return <Text>The panel has no rows at the moment.</Text>;
  const { labels, rows, summary } = previewTable(preview.view, reader);
  return (
    <Stack>
      <DynamicTable
        label="First rows of the panel"
        head={{ cells: labels.map((label, at) => ({ key: String(at), content: label })) }}
        rows={rows.map((cells, at) => ({
          key: String(at),
          cells: cells.map((content, column) => ({ key: String(column), content })),
        }))}
      />
      <HelperMessage>{summary}</HelperMessage>
    </Stack>
  );
}

/** The first rows of a panel as they are now, so that the editor sees what he picks. */
export function Preview({ panelId, reader }: { panelId: string; reader: Reader }) {
  const { reply, reload } = useReply(useCallback(() => callMacro('previewChoice', { panelId }), [panelId]));
  switch (reply.state) {
    case 'waiting':
      return <Spinner label="Loading the first rows" />;
    case 'problem':
      return <ProblemMessage problem={reply.problem} onRetry={reload} />;
    case 'value':
      return <FirstRows preview={reply.value} reader={reader} />;
  }
}
