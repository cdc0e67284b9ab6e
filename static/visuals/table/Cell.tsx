import type { CellValue, Column } from '../../../src/shared/contract';
import { alignmentOf, isNumeric } from '../../../src/shared/column-types/cell-kind';
import { CellContent, isLongText } from '../cells/CellContent';
import { cellText } from '../../../src/shared/column-types/cell-text';
import { columnTypes } from '../../../src/shared/column-types/registry';
import type { Reader } from '../../../src/shared/reader';

interface CellProps {
  value: CellValue;
  column: Column;
  reader: Reader;
  openLink: (url: string) => void;
}

/** Whether short values are nothing but their text; a table has thousands of cells, so these cost no component. */
function isBare({ type, format }: Column): boolean {
  return columnTypes[type].look === undefined && format?.dateStyle !== 'relative';
}

/** One value as its column's type is shown. */
export function Cell({ value, column, reader, openLink }: CellProps) {
  const text = cellText(value, column, reader);
  const isLong = isLongText(text, column);
  return (
    <td
      data-align={alignmentOf(column)}
      data-numeric={isNumeric(column) || undefined}
      className={isLong ? 'xd-long' : undefined}
    >
      {!isLong && isBare(column) ? text : <CellContent {...{ value, column, reader, openLink }} />}
    </td>
  );
}
