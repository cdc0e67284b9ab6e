import type { VisualSettings } from '../../src/shared/contract';
import { parseResponse } from '../../src/formats/parse-response';
import { applyRowSteps } from '../../src/panel/shape/row-steps/apply-row-steps';
import { rowSelection } from '../../src/panel/shape/select';
import { frameBuilder } from '../../src/panel/shape/shape';
import type { View } from '../../src/shared/view';
import { frameSource } from '../../src/visuals/frame-source';
import { drawView } from '../../src/visuals/visual-registry';
import type { Golden } from './golden-cases';

const plainTable: VisualSettings = { type: 'table', rowsPerPage: 25 };

/** The view that a response and a panel make, step by step as the functions make it, and what is warned of on the way. */
export async function drawGolden(golden: Golden): Promise<{ view: View; warnings: string[] }> {
  const {
    payload,
    contentType = 'application/json',
    filters,
    columns,
    rowSteps = [],
    visual = plainTable,
    window,
  } = golden;
  const bytes = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload));
  const { document } = parseResponse({ bytes, contentType }, { dataSourceName: 'Golden', format: 'auto' });
  const builder = frameBuilder(columns);
  builder.add(rowSelection(filters.map((selector) => ({ selector }))).rows(document));
  const shaped = builder.finish();
  const stepped = applyRowSteps(shaped.frame, rowSteps, (text) => text);
  const view = await drawView(frameSource(stepped.frame), visual, window);
  return { view, warnings: [...shaped.warnings, ...stepped.warnings] };
}
