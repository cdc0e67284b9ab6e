import type { CSSProperties } from 'react';
import type { CellValue } from '../../../src/shared/contract';
import { alignmentOf, isNumeric } from '../../../src/shared/column-types/cell-kind';
import { CellContent, isLongText } from '../cells/CellContent';
import { cellText } from '../../../src/shared/column-types/cell-text';
import { columnTypes } from '../../../src/shared/column-types/registry';
import type { Reader } from '../../../src/shared/reader';
import { barLength, thresholdColor } from '../cells/number-look';
import { missingDecimals } from './decimals';
import type { ShownColumn } from './shown-columns';

interface CellProps {
  value: CellValue;
  shown: ShownColumn;
  reader: Reader;
  openLink: (url: string) => void;
}

/** Whether short values are nothing but their text; a table has thousands of cells, so these cost no component. */
function isBare({ type, format }: ShownColumn['column']): boolean {
  return columnTypes[type].look === undefined && format?.dateStyle !== 'relative';
}

/** One value as its column's type is shown. What is printed bears its label. */
export function Cell({ value, shown: { column, decimals, pin }, reader, openLink }: CellProps) {
  const text = cellText(value, column, reader);
  const isLong = isLongText(text, column);
  const numeric = isNumeric(column);
  const { format = {} } = column;
  const bar = barLength(value, format);
  return (
    <td
      data-align={alignmentOf(column)}
      data-pin={pin}
      data-numeric={numeric || undefined}
      data-color={thresholdColor(value, format)}
      style={bar ? ({ '--xd-bar': bar } as CSSProperties) : undefined}
      data-label={column.label}
      data-missing={decimals && missingDecimals(value, text, decimals)}
      className={isLong ? 'xd-long' : undefined}
    >
      {!isLong && isBare(column) ? text : <CellContent {...{ value, column, reader, openLink }} />}
    </td>
  );
}
