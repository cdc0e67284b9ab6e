import { trendText } from '../../shared/trend-text';
import type { NumberView } from '../../shared/view';
import { adfParagraph, type AdfParagraph, adfText } from './nodes';
import { valueAdf } from './value-adf';
import { documentReader } from './value-text';

/** One line: label, value and unit, and how it stands against the other value. */
export function numberAdf({ column, value, label, unit, trend }: NumberView): AdfParagraph {
  const shown = value === null ? adfText('No value') : valueAdf(value, column);
  return adfParagraph(
    ...adfText(label === '' ? '' : `${label}: `, { type: 'strong' }),
    ...shown,
    ...adfText(unit === '' || value === null ? '' : ` ${unit}`),
    ...adfText(trend ? ` · ${trendText(trend, { column }, documentReader)}` : ''),
  );
}
