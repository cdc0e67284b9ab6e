import { proposePanel } from '../../../../src/editing/propose/propose-panel';
import { rowSelection } from '../../../../src/panel/shape/select';
import { frameBuilder } from '../../../../src/panel/shape/shape';
import { responseShapes } from '../../../support/shapes/response-shapes';

describe('the rows of what APIs send', () => {
  it.each(responseShapes.map((shape) => [shape.name, shape] as const))('%s', (_, shape) => {
    const proposal = proposePanel(shape.response, { request: { url: new URL(shape.url) } });
    expect(proposal.rowsSelector).toBe(shape.rows);
    expect(proposal.filters?.[0]?.unfold).toBe(shape.unfold);
    expect(proposal.rowCount).toBe(shape.rowCount);
    expect(proposal.columns.map(({ label }) => label)).toEqual(shape.labels);
    const builder = frameBuilder(proposal.columns);
    const filters = proposal.filters ?? [{ selector: proposal.rowsSelector }];
    builder.add(rowSelection(filters, proposal.columns).rows(shape.response));
    const { frame, warnings } = builder.finish();
    expect(frame.rowCount).toBe(shape.rowCount);
    expect(frame.values.flatMap((values) => values.slice(0, 1))).toEqual(shape.first);
    expect(warnings).toEqual([]);
  });
});
