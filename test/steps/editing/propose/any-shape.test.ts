import fc from 'fast-check';
import { proposePanel } from '../../../../src/editing/propose/propose-panel';
import { rowSelection } from '../../../../src/panel/shape/select';
import { frameBuilder } from '../../../../src/panel/shape/shape';
import type { PanelProposal } from '../../../../src/shared/contract';

function readAsProposed({ filters, rowsSelector, columns }: PanelProposal, document: unknown) {
  const builder = frameBuilder(columns);
  builder.add(rowSelection(filters ?? [{ selector: rowsSelector }], columns).rows(document));
  return builder.finish().frame;
}

const word = fc.stringMatching(/^[a-z]{3,8}$/);
const cell = fc.oneof(fc.integer(), fc.stringMatching(/^[A-Za-z ]{0,12}$/), fc.boolean());

const table = fc.uniqueArray(word, { minLength: 2, maxLength: 6 }).chain((headings) =>
  fc.record({
    headings: fc.constant(headings),
    rows: fc.array(fc.tuple(...headings.map(() => cell)), { minLength: 1, maxLength: 8 }),
  }),
);

/** What stands around a list in the responses of APIs. */
const around: ((inner: object) => unknown)[] = [
  (inner) => inner,
  (inner) => ({ result: inner }),
  (inner) => [inner],
  (inner) => ({ tables: [inner] }),
  (inner) => ({ took: 3, results: [{ part: 0, series: [inner] }] }),
];

describe('any table, any list', () => {
  it('is found with its headings, wherever they stand and whatever it is wrapped in', () => {
    const beside: ((headings: string[], rows: unknown[]) => object)[] = [
      (headings, rows) => ({ columns: headings, rows }),
      (headings, rows) => ({ rows, cols: headings.map((name) => ({ name, kind: 'x' })) }),
      (headings, rows) => ({ schema: { fields: headings.map((text) => ({ text })) }, values: rows }),
    ];
    fc.assert(
      fc.property(table, fc.constantFrom(...beside), fc.constantFrom(...around), ({ headings, rows }, make, wrap) => {
        const document = wrap(make(headings, rows));
        const proposal = proposePanel(document);
        expect(proposal.columns.map(({ label }) => label)).toEqual(headings);
        expect(proposal.rowCount).toBe(rows.length);
        expect(readAsProposed(proposal, document).rowCount).toBe(rows.length);
      }),
    );
  });

  it('is found beside a longer description of its fields, in either order', () => {
    fc.assert(
      fc.property(table, fc.boolean(), ({ headings, rows }, isBefore) => {
        const things = rows.map((row) => Object.fromEntries(headings.map((name, at) => [name, row[at]])));
        const fields = [...headings, 'further'].map((name) => ({ name, note: `about ${name}` }));
        const document = isBefore ? { described: fields, found: things } : { found: things, described: fields };
        expect(proposePanel(document).rowsSelector).toBe('$.found[*]');
      }),
    );
  });

  it('has the same rows in a test and for a reader, whatever the response is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const document = JSON.parse(JSON.stringify(value)) as unknown;
        const proposal = proposePanel(document);
        const { columns, rowCount } = readAsProposed(proposal, document);
        if (columns.length > 0) expect(rowCount).toBe(proposal.rowCount);
      }),
      { numRuns: 500 },
    );
  });
});
