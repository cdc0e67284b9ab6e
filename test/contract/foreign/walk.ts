import type {
  CellValue,
  DataSourceForm,
  DataSourceSettings,
  DataSourceView,
  LoadReply,
  Pagination,
  PanelProposal,
  PanelSettings,
  Reply,
  RequestSettings,
  TestReport,
} from '../../../src/shared/contract';
import { directorySettings, requestOf } from '../../support/data-source-forms';
import type { AppOnHost } from '../app/app-on-host';
import { rowsOf, valueOf } from '../app/walks';

/** Settings as a new form has them, with that request. */
export const settingsFor = (
  name: string,
  request: Partial<RequestSettings> & { url: string },
  changes: Partial<DataSourceSettings> = {},
): DataSourceSettings => ({
  ...directorySettings,
  name,
  request: requestOf({ parameters: [], ...request }),
  authentication: { type: 'none' },
  pagination: { style: 'none' },
  ...changes,
});

/** The form of a stored data source, unchanged. */
export const formOf = ({ id, rev, settings }: DataSourceView): DataSourceForm => ({ id, rev, settings, secrets: {} });

/** Saves a data source and tests it. */
export async function savedAndTested(
  app: AppOnHost,
  settings: DataSourceSettings,
  secrets: DataSourceForm['secrets'] = {},
): Promise<{ source: DataSourceView; report: TestReport }> {
  const source = await app.call('saveDataSource', { settings, secrets });
  return { source, report: await app.call('testDataSource', formOf(source)) };
}

/** The data source with the paging that its test proposed. */
export function withPaging(app: AppOnHost, source: DataSourceView, pagination: Pagination): Promise<DataSourceView> {
  return app.call('saveDataSource', { ...formOf(source), settings: { ...source.settings, pagination } });
}

/** The id of a panel with the rows and columns that a test proposed. */
export async function panelAsProposed(
  app: AppOnHost,
  dataSourceId: string,
  { rowsSelector, columns }: PanelProposal,
  changes: Partial<PanelSettings> = {},
): Promise<string> {
  const settings: PanelSettings = {
    name: 'As proposed',
    description: '',
    dataSourceId,
    filters: [{ selector: rowsSelector }],
    columns,
    visual: { type: 'table', rowsPerPage: 20 },
    variableValues: {},
    ...changes,
  };
  return (await app.call('savePanel', { settings })).id;
}

export type Shown = Extract<LoadReply, { state: 'view' }>;

/** What a reader sees of a panel. */
export async function shownTo(app: AppOnHost, panelId: string): Promise<Shown> {
  return viewOf(await rowsOf(app, panelId));
}

function viewOf(reply: Reply<LoadReply>): Shown {
  const value = valueOf(reply);
  if (value.state !== 'view') throw new Error('A view was expected, but the rows are still being read.');
  return value;
}

/** The cells of the column with that label. */
export function cellsUnder(label: string, { view }: Shown): CellValue[] {
  if (!('rows' in view)) throw new Error(`Rows were expected, but the view is a ${view.visual}.`);
  const at = view.columns.findIndex((column) => column.label === label);
  if (at < 0) throw new Error(`No column is called ${label}: ${view.columns.map((column) => column.label).join(', ')}`);
  return view.rows.map((row) => row[at] ?? null);
}
