import type { PanelPreview, PanelProposal, PanelSettings } from '../contract';
import type { DataSource } from '../data-sources/data-source';
import { getDataSource } from '../data-sources/store';
import type { Access } from '../grants/access';
import { authorize } from '../grants/authorize';
import { frameSource } from '../visuals/frame-source';
import { visuals } from '../visuals/registry';
import { previewBounds, testBounds } from './bounds';
import { checkQuery, refuse } from './check-panel';
import type { PanelServices } from './panel-services';
import { proposePanel } from './propose/propose-panel';
import { readFrame } from './read-frame';
import { readPolitely } from './remote/read-politely';

/**
 * The first rows of a panel as it stands in its form, saved or not; read anew, and nothing is kept.
 * @throws Problem `invalid-input` with fields, `not-found`, those of `readFrame`
 */
export async function previewPanel(settings: PanelSettings, services: PanelServices): Promise<PanelPreview> {
  refuse(checkQuery(settings));
  const dataSource = await getDataSource(settings.dataSourceId, services.dataSources);
  const access = await authorize(dataSource, services);
  return previewRows(settings, { dataSource, access }, settings.visual.rowsPerPage, services);
}

/**
 * The first rows of a panel's settings, from as few pages as hold so many; nothing is kept.
 * @throws Problem of `readFrame`
 */
export async function previewRows(
  settings: PanelSettings,
  { dataSource, access }: { dataSource: DataSource; access: Access },
  count: number,
  services: PanelServices,
): Promise<PanelPreview> {
  const { frame, reading } = await readFrame(settings, dataSource, access, previewBounds(count), services);
  const view = await visuals[settings.visual.type](frameSource(frame), { offset: 0, count });
  return { view, reading };
}

/**
 * Rows and columns read off the first page of a stored data source.
 * @throws Problem `not-found`, `selector-invalid`, `selector-matched-nothing`, those of `readRemote`
 */
export async function proposeFor(
  { dataSourceId, rowsSelector }: { dataSourceId: string; rowsSelector?: string },
  services: PanelServices,
): Promise<PanelProposal> {
  const dataSource = await getDataSource(dataSourceId, services.dataSources);
  const access = await authorize(dataSource, services);
  const remote = {
    settings: dataSource.settings,
    values: {},
    selectors: { rows: rowsSelector === undefined ? [] : [rowsSelector], others: [] },
    access,
    bounds: { ...testBounds, pages: 1 },
  };
  const proposals: PanelProposal[] = [];
  await readPolitely(dataSource, remote, services, (document) => {
    const proposal = proposePanel(document, rowsSelector);
    proposals.push(proposal);
    return proposal.rowCount;
  });
  const [proposal] = proposals;
  if (!proposal) throw new Error('a reading without a problem has at least one page');
  return proposal;
}
