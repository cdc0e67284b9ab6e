import type { PanelChoice, PanelSummary, PanelView } from '../shared/contract';
import { textSearch } from '../shared/fold';
import { listDataSources } from '../data-sources/data-source-store';
import type { VerifiedContent } from '../ports';
import { isAllowedIn } from '../panel/load/allowed-spaces';
import type { Panel } from '../panel/load/panel';
import type { PanelServices } from '../panel/load/panel-services';
import { listStoredPanels } from '../panel/load/panel-store';
import { shownPagesOf } from '../panel/load/shown-pages';

const maxChoices = 100;

/** All panels with the names of their data sources, by name. */
export async function listPanelSummaries(services: PanelServices): Promise<PanelSummary[]> {
  const [panels, dataSources] = await Promise.all([
    listStoredPanels(services.panels),
    listDataSources(services.dataSources),
  ]);
  const names = new Map(dataSources.map(({ id, settings }) => [id, settings.name]));
  const shown = await shownPagesOf(
    panels.map(({ id }) => id),
    services,
  );
  return panels.map(({ id, settings: { name, description, dataSourceId } }) => {
    const pageCount = shown.get(id)?.length ?? 0;
    return { id, name, description, dataSourceId, dataSourceName: names.get(dataSourceId) ?? '', pageCount };
  });
}

/** The panel as its form needs it. */
export async function viewOfPanel(panel: Panel, services: PanelServices): Promise<PanelView> {
  const { id, rev, settings } = panel;
  const dataSource = await services.dataSources.get(settings.dataSourceId);
  return { id, rev, settings, dataSourceName: dataSource?.settings.name ?? '' };
}

/** The panels an editor may show on this content, whose name, description or data source contains the text. */
export async function listPanelChoices(
  text: string,
  { spaceId }: VerifiedContent,
  services: PanelServices,
): Promise<PanelChoice[]> {
  const [panels, dataSources] = await Promise.all([
    listStoredPanels(services.panels),
    listDataSources(services.dataSources),
  ]);
  const allowed = dataSources.filter(({ settings }) => isAllowedIn(settings.allowedSpaces, spaceId));
  const names = new Map(allowed.map(({ id, settings }) => [id, settings.name]));
  const isIn = textSearch(text);
  return panels
    .flatMap(({ id, settings: { name, description, dataSourceId } }) => {
      const dataSourceName = names.get(dataSourceId);
      return dataSourceName === undefined ? [] : [{ id, name, description, dataSourceName }];
    })
    .filter(({ name, description, dataSourceName }) => isIn([name, description, dataSourceName].join('\n')))
    .slice(0, maxChoices);
}
