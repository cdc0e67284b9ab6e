import AtlaskitTable from '@atlaskit/dynamic-table';
import type { ReactElement } from 'react';
import type { ForgeNode } from '../forge-doc';
import { textBelow, wrapped } from '../forge-doc';
import type { NodeComponents, NodeProps } from '../node-component';
import { Nodes, Slot } from '../NodeView';
import { callback, flag, number, oneOf, text } from '../props';

const ORDERS = ['ASC', 'DESC'] as const;
const SPINNER_SIZES = ['large', 'small'] as const;

/** A sort key from a cell's words: numbers sort as numbers. */
function readSortKey(words: string): string | number {
  return words.trim() !== '' && Number.isFinite(Number(words)) ? Number(words) : words;
}

/** True when the column's cells all carry one key, which then names the column and cannot sort its rows. */
function namesColumn(rows: ForgeNode[], column: number): boolean {
  return new Set(rows.map((row) => row.children[column]?.props.cellKey)).size < Math.min(2, rows.length);
}

/** What Atlaskit's table sorts a cell by: the key that the app gave it, or else its text. */
function sortKey(rows: ForgeNode[], cell: ForgeNode, column: number): string | number {
  const given = text(cell.props, 'cellKey');
  return readSortKey(given === undefined || namesColumn(rows, column) ? textBelow(cell) : given);
}

function headOf(cells: ForgeNode[]) {
  return {
    cells: cells.map((cell) => ({
      key: text(cell.props, 'cellKey'),
      content: <Nodes nodes={cell.children} />,
      isSortable: flag(cell.props, 'isSortable'),
      shouldTruncate: flag(cell.props, 'shouldTruncate'),
      width: number(cell.props, 'width'),
      colSpan: number(cell.props, 'colSpan'),
    })),
  };
}

function rowsOf(rows: ForgeNode[]) {
  return rows.map((row) => ({
    key: text(row.props, 'rowKey') ?? row.key,
    isHighlighted: flag(row.props, 'isHighlighted'),
    cells: row.children.map((cell, column) => ({
      key: sortKey(rows, cell, column),
      content: <Nodes nodes={cell.children} />,
      colSpan: number(cell.props, 'colSpan'),
    })),
  }));
}

function DynamicTable({ node }: NodeProps): ReactElement {
  const { props } = node;
  const head = wrapped(node, 'head');
  const rows = wrapped(node, 'rows');
  return (
    <AtlaskitTable
      caption={props.caption === undefined ? undefined : <Slot value={props.caption} />}
      label={text(props, 'label')}
      head={head.length > 0 ? headOf(head) : undefined}
      rows={rowsOf(rows)}
      emptyView={props.emptyView === undefined ? undefined : <Slot value={props.emptyView} />}
      isLoading={flag(props, 'isLoading')}
      isFixedSize={flag(props, 'isFixedSize')}
      loadingSpinnerSize={oneOf(props, 'loadingSpinnerSize', SPINNER_SIZES)}
      rowsPerPage={number(props, 'rowsPerPage')}
      defaultPage={number(props, 'defaultPage')}
      page={number(props, 'page')}
      onSetPage={(page: number) => callback(props, 'onSetPage')(page)}
      defaultSortKey={text(props, 'defaultSortKey')}
      defaultSortOrder={oneOf(props, 'defaultSortOrder', ORDERS)}
      sortKey={text(props, 'sortKey')}
      sortOrder={props.sortOrder === undefined ? undefined : oneOf(props, 'sortOrder', ORDERS)}
      highlightedRowIndex={number(props, 'highlightedRowIndex')}
      testId={text(props, 'testId')}
    />
  );
}

/** The table. Its head and rows arrive as children of two wrappers. */
export const tableComponents: NodeComponents = { DynamicTable };
