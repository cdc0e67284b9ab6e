import type { NumberView } from '../../shared/view';
import { adfParagraph, type AdfParagraph, adfText } from './nodes';
import { valueAdf } from './value-adf';
import { valueText } from './value-text';

/** One line: label, value and unit, and how it stands against the other value. */
export function numberAdf({ column, value, label, unit, trend }: NumberView): AdfParagraph {
  const shown = value === null ? adfText('No value') : valueAdf(value, column);
  const compared = trend && changeWords(trend.change, trend.ratio, valueText(trend.comparedTo, column));
  return adfParagraph(
    ...adfText(label === '' ? '' : `${label}: `, { type: 'strong' }),
    ...shown,
    ...adfText(unit === '' || value === null ? '' : ` ${unit}`),
    ...adfText(compared === undefined ? '' : ` (${compared})`),
  );
}

function changeWords(change: number, ratio: number | null, other: string): string {
  if (change === 0) return `the same as ${other}`;
  const direction = change > 0 ? 'up' : 'down';
  const percent = ratio === null ? '' : ` ${valueText(Math.abs(ratio), { type: 'percent', format: { decimals: 1 } })}`;
  return `${direction}${percent} from ${other}`;
}
