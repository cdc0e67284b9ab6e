import type { NumberView, Trend } from '../../../src/shared/contract';
import { Glyph } from '../icons';
import type { Reader } from '../../../src/shared/reader';
import { trendText, trendWay } from '../../../src/shared/trend-text';

const arrows = { up: 'ascending', down: 'descending', level: 'level' } as const;
const verdicts = { good: ', which is good', bad: ', which is bad', neutral: '' } as const;

/** A change with an arrow and in words; its color only repeats what is said. */
export function TrendNote({ trend, view, reader }: { trend: Trend; view: NumberView; reader: Reader }) {
  return (
    <p className="xd-trend" data-meaning={trend.meaning}>
      <Glyph name={arrows[trendWay(trend)]} />
      <span>
        {trendText(trend, view, reader)}
        <span className="xd-hidden">{verdicts[trend.meaning]}</span>
      </span>
    </p>
  );
}
