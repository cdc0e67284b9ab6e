import type { CellValue, ChartView } from '../../../src/shared/contract';
import type { Reader } from '../../../src/shared/reader';
import { timeLabels } from './axis-unit';
import { categoryText } from './chart-text';
import { wrapped } from './wrapped';

const longestLine = 16;
const mostLines = 3;
/** A narrower place than this many characters is for a label at an angle. */
const narrowest = 9;
/** With more bars than this, not each of them can have its label. */
const mostLabelled = 12;
const axisPixels = 56;
const characterPixels = 6.5;

/** Whether each point has its label below it, as bars do as long as they are few. */
export function labelsAll({ visual, points }: ChartView): boolean {
  return visual === 'bar' && points.length <= mostLabelled;
}

/** What stands below the points, in lines, for a chart of that width in pixels. */
export function categoryLabels(view: ChartView, reader: Reader): (chartWidth: number) => string[][] {
  const write = timeLabels(view, reader) ?? ((category: CellValue) => categoryText(category, view, reader));
  const texts = view.points.map(({ category }) => write(category));
  const single = texts.map((text) => wrapped(text, longestLine, 1));
  if (!labelsAll(view)) return () => single;
  return (chartWidth) => {
    const room = Math.floor(((chartWidth - axisPixels) / texts.length - 8) / characterPixels);
    if (room < narrowest) return single;
    return texts.map((text) => wrapped(text, room, mostLines));
  };
}
