import type { NumberSettings } from '../shared/contract';
import type { CellValue, Column } from '../shared/frame';
import type { NumberView, Trend } from '../shared/view';
import { fitReply } from './fit-reply';
import type { FrameSource } from './frame-source';
import { requirePlace } from './named-column';
import { summarize } from './summarize';

/**
 * One value of a column, and how it stands against another one.
 * @throws Problem `visual-unsuited`
 */
export async function numberView(source: FrameSource, settings: NumberSettings): Promise<NumberView> {
  const { column: key, summary, label, unit, compareWith, goodWhen } = settings;
  const place = requirePlace(source, key, 'its value');
  const other = compareWith === undefined ? undefined : requirePlace(source, compareWith, 'the value to compare with');
  const value = await valueOf(source, place, summary);
  const trend = trendOf(value, await comparedTo(source, { place, other, summary }), goodWhen);
  return {
    visual: 'number',
    column: countColumn(source.columns[place]!, summary),
    value,
    label,
    unit,
    ...(trend && { trend }),
    totalRows: source.rowCount,
  };
}

/** How many there are is a plain number, whatever is counted. */
function countColumn(column: Column, summary: NumberSettings['summary']): Column {
  return summary === 'count' ? { key: column.key, label: column.label, type: 'number' } : column;
}

async function valueOf(source: FrameSource, place: number, summary: NumberSettings['summary']): Promise<CellValue> {
  if (summary === 'first') return cell(source, place, 0);
  if (summary === 'last') return cell(source, place, source.rowCount - 1);
  const [values = []] = await source.values([place]);
  return summarize(values, source.columns[place]!.type, summary);
}

async function cell(source: FrameSource, place: number, row: number): Promise<CellValue> {
  if (row < 0 || row >= source.rowCount) return null;
  const [found] = fitReply(await source.rows([row], [place]));
  return found?.[0] ?? null;
}

interface Compared {
  place: number;
  other: number | undefined;
  summary: NumberSettings['summary'];
}

async function comparedTo(source: FrameSource, { place, other, summary }: Compared): Promise<CellValue> {
  if (other !== undefined) return valueOf(source, other, summary);
  return summary === 'last' ? cell(source, place, source.rowCount - 2) : null;
}

function trendOf(value: CellValue, other: CellValue, goodWhen: NumberSettings['goodWhen']): Trend | undefined {
  if (typeof value !== 'number' || typeof other !== 'number') return undefined;
  const change = value - other;
  const ratio = other === 0 ? null : change / Math.abs(other);
  return { comparedTo: other, change, ratio, meaning: meaningOf(change, goodWhen) };
}

function meaningOf(change: number, goodWhen: NumberSettings['goodWhen']): Trend['meaning'] {
  if (change === 0 || goodWhen === undefined) return 'neutral';
  return change > 0 === (goodWhen === 'more') ? 'good' : 'bad';
}
