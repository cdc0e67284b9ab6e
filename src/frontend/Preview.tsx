import { DynamicTable, Heading, HelperMessage, Spinner, Stack, Text } from '@forge/react';
import { useCallback } from 'react';
import type { PanelPreview, VariableValues } from '../shared/contract';
import type { Reader } from '../shared/reader';
import { macroReply } from './call-macro';
import { partSentence, previewTable } from './preview-table';
import { ProblemMessage } from './ProblemMessage';
import { useReply } from './useReply';
import { useSettled } from './useSettled';

const settleMs = 500;

interface FirstRowsProps extends Pick<PreviewProps, 'hiddenColumns' | 'reader'> {
  preview: PanelPreview;
}

function FirstRows({ preview, hiddenColumns, reader }: FirstRowsProps) {
  if (preview.view.totalRows === 0) return <Text>The panel has no rows at the moment.</Text>;
  const { view, reading } = preview;
  const { labels, rows, summary } = previewTable(view, reader, hiddenColumns);
  if (labels.length === 0) return <Text>No columns are shown.</Text>;
  const part = partSentence(reading, reader);
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
      <HelperMessage>{part === undefined ? summary : `${summary} ${part}`}</HelperMessage>
    </Stack>
  );
}

const withoutEmpty = (values: VariableValues): VariableValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

interface PreviewProps {
  panelId: string;
  /** Of its variables; empty ones are the panel's own. */
  values: VariableValues;
  /** Keys of the columns that this macro leaves out. */
  hiddenColumns: readonly string[];
  reader: Reader;
}

/** The first rows of a panel as they are now, so that editors see what they pick. */
export function Preview({ panelId, values, hiddenColumns, reader }: PreviewProps) {
  const given = useSettled(JSON.stringify(values), settleMs);
  const load = useCallback(
    () => macroReply('previewChoice', { panelId, values: withoutEmpty(JSON.parse(given) as VariableValues) }),
    [panelId, given],
  );
  const { reply, reload } = useReply(load);
  return (
    <Stack space="space.100">
      <Heading size="xsmall">Preview</Heading>
      {reply.state === 'waiting' && <Spinner label="Loading the first rows" />}
      {reply.state === 'problem' && <ProblemMessage problem={reply.problem} onRetry={reload} />}
      {reply.state === 'value' && <FirstRows preview={reply.value} {...{ hiddenColumns, reader }} />}
    </Stack>
  );
}
