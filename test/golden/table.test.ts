import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnSettings } from '../../src/contract';
import { listNames } from '../../src/formats/list-names';
import { parseResponse } from '../../src/formats/parse-response';
import { rowSelection } from '../../src/panel/select';
import { frameBuilder } from '../../src/panel/shape';
import type { RowWindow, TableView } from '../../src/view';
import { frameSource } from '../../src/visuals/frame-source';
import { visuals } from '../../src/visuals/registry';

/** A response and a panel, and what a reader gets of them. */
interface Golden {
  says: string;
  /** A value, or the very text of the body where its digits matter. */
  payload: unknown;
  /** Of the response; JSON where absent. */
  contentType?: string;
  filters: string[];
  columns: ColumnSettings[];
  window: RowWindow;
  view: TableView;
  warnings: string[];
}

const folder = join(__dirname, 'table');
const cases = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Golden);

describe('response and panel make a table', () => {
  it.each(cases.map((golden) => [golden.says, golden] as const))('%s', async (_, golden) => {
    const { payload, contentType = 'application/json', filters, columns, window } = golden;
    const bytes = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload));
    const lists = listNames(
      filters.slice(0, 1),
      columns.map(({ selector }) => selector),
    );
    const readAs = { dataSourceName: 'Golden', format: 'auto', listNames: lists } as const;
    const document = parseResponse({ bytes, contentType }, readAs);
    const builder = frameBuilder(columns);
    builder.add(rowSelection(filters.map((selector) => ({ selector }))).rows(document));
    const { frame, warnings } = builder.finish();
    const view = await visuals.table(frameSource(frame), window);
    expect({ view, warnings }).toEqual({ view: golden.view, warnings: golden.warnings });
  });
});
