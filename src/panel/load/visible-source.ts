import type { DataSource } from '../../data-sources/data-source';
import { getDataSource } from '../../data-sources/data-source-store';
import type { PageReader } from '../variables/read-context';
import { requireAllowed } from './open-panel';
import type { PanelServices } from './panel-services';
import { getPanel } from './panel-store';

/**
 * The data source of a panel that the reader may see on the page they say they are on.
 * @throws Problem `not-found`, `record-newer`, `record-unreadable`, `forbidden`
 */
export async function visibleSource(
  panelId: string,
  pageReader: PageReader,
  services: PanelServices,
): Promise<DataSource> {
  const panel = await getPanel(panelId, services.panels);
  const dataSource = await getDataSource(panel.settings.dataSourceId, services.dataSources);
  await requireAllowed(dataSource.settings.allowedSpaces, pageReader, services);
  return dataSource;
}
