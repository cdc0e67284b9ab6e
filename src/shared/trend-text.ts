import { cellText } from './column-types/cell-text';
import { columnTypes } from './column-types/registry';
import type { Column } from './frame';
import { type CountForms, countPhrase, phrase } from './phrase';
import type { Reader } from './reader';
import type { NumberView, Trend } from './view';

export type TrendWay = 'up' | 'down' | 'level';

/** Which way a value went. */
export function trendWay({ change }: Trend): TrendWay {
  if (change === 0) return 'level';
  return change > 0 ? 'up' : 'down';
}

const noChange = 'No change from {before}';
const changes = {
  up: { alone: 'Up {size} from {before}', withRatio: 'Up {size} ({ratio}) from {before}' },
  down: { alone: 'Down {size} from {before}', withRatio: 'Down {size} ({ratio}) from {before}' },
};
const pointChanges: Record<'up' | 'down', CountForms> = {
  up: { one: 'Up {count} point from {before}', other: 'Up {count} points from {before}' },
  down: { one: 'Down {count} point from {before}', other: 'Down {count} points from {before}' },
};

/** How a value stands against another one, in words such as "Up 12 (8%) from 150". */
export function trendText(trend: Trend, { column }: Pick<NumberView, 'column'>, reader: Reader): string {
  const before = cellText(trend.comparedTo, column, reader);
  const way = trendWay(trend);
  if (way === 'level') return phrase(noChange, { before });
  const change = Math.abs(trend.change);
  if (columnTypes[column.type].isShare)
    return countPhrase(change * 100, pointChanges[way], { before }, pointDigits(column, reader));
  const size = cellText(change, column, reader);
  if (trend.ratio === null) return phrase(changes[way].alone, { size, before });
  return phrase(changes[way].withRatio, { size, before, ratio: ratioText(trend.ratio, reader) });
}

function pointDigits({ format: { decimals = 2 } = {} }: Column, { locale }: Reader) {
  return { locale, maximumFractionDigits: decimals };
}

function ratioText(ratio: number, { locale }: Reader): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(Math.abs(ratio));
}
