import type { CellValue, Column, ColumnType } from '../../../src/shared/contract';
import { alignmentOf, isNumeric } from '../../../src/shared/column-types/alignment';
import { CellContent, isLongText } from '../cells/CellContent';
import { cellText } from '../../../src/shared/column-types/cell-text';
import type { Reader } from '../../../src/shared/reader';

interface CellProps {
  value: CellValue;
  column: Column;
  reader: Reader;
  openLink: (url: string) => void;
}

/** Types whose short values are nothing but their text; a table has thousands of cells, so these cost no component. */
const bare: readonly ColumnType[] = ['text', 'number', 'currency', 'percent', 'duration', 'boolean'];

/** One value as its column's type is shown. */
export function Cell({ value, column, reader, openLink }: CellProps) {
  const text = cellText(value, column, reader);
  const isLong = isLongText(text, column);
  const isBare = !isLong && bare.includes(column.type);
  return (
    <td
      data-align={alignmentOf(column)}
      data-numeric={isNumeric(column) || undefined}
      className={isLong ? 'xd-long' : undefined}
    >
      {isBare ? text : <CellContent {...{ value, column, reader, openLink }} />}
    </td>
  );
}
