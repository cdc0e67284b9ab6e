import type { RowWindow, TableView } from '../../../src/shared/contract';
import type { FormatCell } from '../../../src/shared/column-types/cell-text';
import type { Reader } from '../../../src/shared/reader';
import { partText } from '../reading-text';
import type { RowSource } from '../row-source';
import type { ShownPart } from '../visual-props';
import { withFilter } from './column-filter';
import { chosenValues, valuesLoader } from './column-tools';
import type { ColumnSizing } from './column-widths';
import { ColumnOptions } from './ColumnOptions';
import { allRows } from './export/all-rows';
import { ShareOptions } from './export/ShareOptions';
import { matchRows } from './match-rows';
import type { ShownColumn } from './shown-columns';
import type { ShownRows } from './shown-rows';
import type { OpenPopup } from './use-open-popup';

export interface TablePopupProps {
  open: OpenPopup;
  title: string;
  view: TableView;
  window: RowWindow;
  source?: RowSource;
  columns: ShownColumn[];
  shown: ShownRows;
  matchingRows: number;
  part?: ShownPart;
  /** True while other rows are on their way. */
  busy: boolean;
  sizing: ColumnSizing;
  format: FormatCell;
  reader: Reader;
  onChange: (part: Partial<RowWindow>) => void;
  onClose: () => void;
}

function OfColumn(props: TablePopupProps & { shownColumn: ShownColumn }) {
  const { open, shownColumn, view, window, source, part, columns, sizing, format, reader, onChange, onClose } = props;
  const { column } = shownColumn;
  const width = sizing.widths?.[column.key] ?? open.anchor.closest('th')?.offsetWidth ?? 0;
  return (
    <ColumnOptions
      key={column.key}
      column={column}
      anchor={open.anchor}
      sorts={window.sorts ?? view.usualSorts?.filter((sort) => sort.column === column.key)}
      labelOf={(key) => columns.find((one) => one.column.key === key)?.column.label ?? key}
      onSorts={(sorts) => onChange({ sorts })}
      chosen={chosenValues(window, column.key)}
      loadValues={valuesLoader(view, shownColumn, source, reader)}
      onFilter={(values) => onChange({ filters: withFilter(window.filters, column.key, values) })}
      width={width}
      onWidth={(wanted) => sizing.resize(column.key, wanted)}
      note={part && partText(part, reader.locale)}
      {...{ format, onClose }}
      locale={reader.locale}
    />
  );
}

function OfRows({
  open,
  title,
  view,
  window,
  source,
  columns,
  shown,
  matchingRows,
  part,
  busy,
  format,
  reader,
  onClose,
}: TablePopupProps) {
  const here = view.whole ? matchRows(view, window, reader) : undefined;
  return (
    <ShareOptions
      {...{ columns, matchingRows, busy, format, onClose }}
      title={part ? `${title}, first ${part.rows} rows` : title}
      note={part && partText(part, reader.locale)}
      locale={reader.locale}
      anchor={open.anchor}
      copied={here ?? shown.rows}
      rows={async (progress, signal) => {
        if (here || !source) return here ?? [];
        return allRows({ source, window, progress, signal, most: part && matchingRows });
      }}
      link={source?.linkTo && (() => source.linkTo?.(window) ?? Promise.resolve(null))}
    />
  );
}

/** The popup that is open: of a column, or of the rows as a whole. */
export function TablePopup(props: TablePopupProps) {
  const { open, columns } = props;
  if (open.of === null) return <OfRows {...props} />;
  const shownColumn = columns.find(({ column }) => column.key === open.of);
  return shownColumn ? <OfColumn key={open.of} {...props} shownColumn={shownColumn} /> : null;
}
