import type { Column, NumberView, Trend } from '../../../src/shared/contract';
import { cellText } from '../../../src/shared/column-types/cell-text';
import { columnTypes } from '../../../src/shared/column-types/registry';
import type { Reader } from '../../../src/shared/reader';

export type TrendWay = 'up' | 'down' | 'level';

/** Which way a value went. */
export function trendWay({ change }: Trend): TrendWay {
  if (change === 0) return 'level';
  return change > 0 ? 'up' : 'down';
}

/** The size of a change as its column writes changes, else as it writes values. */
function sizeText(change: number, column: Column, reader: Reader): string {
  const write = columnTypes[column.type].writeChange?.(column.format ?? {}, reader);
  return write ? write(Math.abs(change)) : cellText(Math.abs(change), column, reader);
}

function partText({ ratio }: Trend, column: Column, reader: Reader): string {
  if (ratio === null || columnTypes[column.type].writeChange) return '';
  const part = new Intl.NumberFormat(reader.locale, { style: 'percent', maximumFractionDigits: 1 });
  return ` (${part.format(Math.abs(ratio))})`;
}

/** How a value stands against another one, in words such as "Up 12 (8%) from 150". */
export function trendText(trend: Trend, { column }: NumberView, reader: Reader): string {
  const before = cellText(trend.comparedTo, column, reader);
  const way = trendWay(trend);
  if (way === 'level') return `No change from ${before}`;
  const size = sizeText(trend.change, column, reader) + partText(trend, column, reader);
  return `${way === 'up' ? 'Up' : 'Down'} ${size} from ${before}`;
}
