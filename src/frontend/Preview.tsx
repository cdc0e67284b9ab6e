import { Box, DynamicTable, Heading, HelperMessage, Spinner, Stack, Text, xcss } from '@forge/react';
import { useCallback } from 'react';
import type { PanelPreview, VariableValues } from '../shared/contract';
import type { Reader } from '../shared/reader';
import { macroReply } from './call-macro';
import { partSentence, previewTable } from './preview-table';
import { Cell, HeadCell } from './PreviewCells';
import { ProblemMessage } from './ProblemMessage';
import { useReply } from './useReply';
import { useSettled } from './useSettled';

const settleMs = 500;
/** Wide rows are scrolled in themselves. */
const tableStyle = xcss({ overflowX: 'auto' });

interface FirstRowsProps extends Pick<PreviewProps, 'hiddenColumns' | 'reader'> {
  preview: PanelPreview;
}

function FirstRows({ preview, hiddenColumns, reader }: FirstRowsProps) {
  if (preview.view.totalRows === 0) return <Text>The panel has no rows at the moment.</Text>;
  const { view, reading } = preview;
  const { columns, rows, summary } = previewTable(view, reader, hiddenColumns);
  if (columns.length === 0) return <Text>No columns are shown.</Text>;
  const part = partSentence(reading, reader);
  return (
    <Stack>
      <Box xcss={tableStyle}>
        <DynamicTable
          label="First rows of the panel"
          head={{ cells: columns.map((column, at) => ({ key: String(at), content: <HeadCell {...column} /> })) }}
          rows={rows.map((cells, at) => ({
            key: String(at),
            cells: cells.map((cell, column) => ({
              key: String(column),
              content: <Cell cell={cell} align={columns[column]?.align ?? 'start'} />,
            })),
          }))}
        />
      </Box>
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
