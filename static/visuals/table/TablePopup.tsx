import type { RowWindow, TableView } from '../../../src/shared/contract';
import type { Reader } from '../../../src/shared/reader';
import { partText } from '../reading-text';
import type { RowSource } from '../row-source';
import type { ShownPart } from '../visual-props';
import { withFilter } from './column-filter';
import { chosenValues, valuesLoader } from './column-tools';
import { ColumnChooser } from './ColumnChooser';
import { ColumnOptions } from './ColumnOptions';
import { allRows } from './export/all-rows';
import { ShareOptions } from './export/ShareOptions';
import { matchRows } from './match-rows';
import type { ShownColumn } from './shown-columns';
import { shownColumns } from './shown-columns';
import type { OpenPopup } from './use-open-popup';
import type { TableParts } from './use-table';

export interface TablePopupProps {
  open: OpenPopup;
  title: string;
  view: TableView;
  window: RowWindow;
  source?: RowSource;
  parts: TableParts;
  part?: ShownPart;
  /** Rows of a page as the panel has it. */
  usualCount: number;
  /** True while other rows are on their way. */
  busy: boolean;
  reader: Reader;
  onClose: () => void;
}

function OfColumn(props: TablePopupProps & { shownColumn: ShownColumn }) {
  const { open, shownColumn, view, window, source, part, parts, reader, onClose } = props;
  const { sizing, format, change } = parts;
  const { column } = shownColumn;
  const width = sizing.widths?.[column.key] ?? open.anchor.closest('th')?.offsetWidth ?? 0;
  return (
    <ColumnOptions
      key={column.key}
      column={column}
      anchor={open.anchor}
      sorts={window.sorts ?? view.usualSorts?.filter((sort) => sort.column === column.key)}
      labelOf={(key) => view.columns.find((one) => one.key === key)?.label ?? key}
      onSorts={(sorts) => change({ sorts })}
      chosen={chosenValues(window, column.key)}
      loadValues={valuesLoader(view, shownColumn, source, reader)}
      onFilter={(values) => change({ filters: withFilter(window.filters, column.key, values) })}
      width={width}
      onWidth={(wanted) => sizing.resize(column.key, wanted)}
      note={part && partText(part, reader.locale)}
      {...{ format, onClose }}
      locale={reader.locale}
    />
  );
}

function OfRows({ open, title, view, window, source, part, parts, busy, reader, onClose }: TablePopupProps) {
  const { shown, range, rows, format } = parts;
  const here = view.whole ? matchRows(view, window, reader) : undefined;
  return (
    <ShareOptions
      {...{ busy, format, onClose }}
      title={part ? `${title}, first ${part.rows} rows` : title}
      note={part && partText(part, reader.locale)}
      columns={rows.columns}
      matchingRows={range.matchingRows}
      locale={reader.locale}
      anchor={open.anchor}
      copied={here ?? shown.rows}
      rows={async (progress, signal) => {
        if (here || !source) return here ?? [];
        return allRows({ source, window, progress, signal, most: part && range.matchingRows });
      }}
      link={source?.linkTo && (() => source.linkTo?.(window) ?? Promise.resolve(null))}
    />
  );
}

/** The popup that is open: of a column, of all columns, or of the rows as a whole. */
export function TablePopup(props: TablePopupProps) {
  const { open, view, usualCount, parts, onClose } = props;
  const { of, anchor } = open;
  if (of === 'rows') return <OfRows {...props} />;
  if (of === 'columns') return <ColumnChooser {...{ anchor, view, usualCount, parts, onClose }} />;
  const shownColumn = shownColumns(view.columns).find(({ column }) => column.key === of.column);
  return shownColumn ? <OfColumn key={of.column} {...props} shownColumn={shownColumn} /> : null;
}
