import type { AllowedSpaces, LoadRequest, VariableView } from '../../shared/contract';
import type { DataSource } from '../../data-sources/data-source';
import { getDataSource } from '../../data-sources/data-source-store';
import { requireAllowedIn, requireVisible } from './allowed-spaces';
import { flightId } from './flight/flight-id';
import { placeOfKeptRows } from './flight/targets';
import { isOwn, ownReading, type Rights, requireAccess, rightsOf } from './identity/rights';
import { agesFor } from './identity/own-ages';
import type { OpenLoad } from './kept-rows';
import type { Panel } from './panel';
import type { PanelServices } from './panel-services';
import { Problem } from '../../shared/problem';
import { panelOrSuccessor } from './successor';
import { bindPanel } from '../variables/bind-panel';
import { chosenValues, type ChosenValue } from '../variables/chosen-values';
import { atMoment, panelInputs, type PanelInputs } from '../variables/panel-inputs';
import type { PageReader } from '../variables/read-context';

/** A panel that its reader may see, with what they put into it. */
export interface OpenPanel {
  panel: Panel;
  dataSource: DataSource;
  rights: Rights;
  inputs: PanelInputs;
  accountId?: string;
  /** What the call gives for lists of other panels' rows, which must be looked up there. */
  chosen: ChosenValue[];
}

/**
 * The panel or the one that has taken its place, its rights and its inputs, for somebody who may see it where they are. An editor may on a draft that nobody
 * reads yet.
 * @throws Problem `not-found`, `record-newer`, `forbidden`, `invalid-input` for a value that a variable cannot have
 */
export async function openPanel(
  { panelId, values = {} }: Pick<LoadRequest, 'panelId' | 'values'>,
  pageReader: PageReader,
  services: PanelServices,
): Promise<OpenPanel> {
  const panel = await panelOrSuccessor(panelId, services);
  const dataSource = await getDataSource(panel.settings.dataSourceId, services.dataSources);
  const { accountId } = pageReader;
  const { sharedWithoutAccount, request } = panel.settings;
  const [rights] = await Promise.all([
    rightsOf(dataSource, { accountId, sharedWithoutAccount, request }, services),
    requireAllowed(dataSource.settings.allowedSpaces, pageReader, services),
  ]);
  const inputs = await panelInputs(panel.settings, values, pageReader, services);
  const chosen = chosenValues(panel.settings.variables ?? [], values);
  return { panel, dataSource, rights, inputs, accountId, chosen };
}

/** @throws Problem `forbidden` for whoever may not see the data where they are */
export async function requireAllowed(
  allowed: AllowedSpaces,
  { claimedContentId, content }: PageReader,
  services: PanelServices,
): Promise<void> {
  if (content) requireAllowedIn(allowed, content.spaceId);
  else await requireVisible(allowed, claimedContentId, services.content);
}

/**
 * The load of an open panel, of which nothing is made yet.
 * @throws Problem `connect-needed` for a reader whose own account brings the rows, and is not connected; `invalid-input` for
 * required variables without a value, and for a value that a filter cannot hold
 */
export function loadOf(
  { panel, dataSource, rights, inputs, accountId }: OpenPanel,
  services: PanelServices,
  { refresh, refetch, carry, upTo, keepTop }: OpenLoad['request'] = {},
): OpenLoad {
  const access = requireAccess(rights);
  requireAll(inputs);
  const ages = agesFor(access, panel.settings, dataSource.settings);
  const bound = bindPanel(panel.settings, dataSource, atMoment(inputs.values, services.now(), ages.freshMs));
  const values = inputs.values.size > 0 ? Object.fromEntries(inputs.values) : undefined;
  return {
    panel,
    bound,
    access,
    accountId,
    ...(isOwn(access) && { own: ownReading(access, dataSource, panel.id) }),
    ages,
    place: placeOfKeptRows(panel, bound, access),
    flightId: flightId(bound, access),
    job: { panelId: panel.id, values, ...(isOwn(access) && { accountId }) },
    request: { refresh, refetch, carry, upTo, keepTop },
    isAboutReader: inputs.isAboutReader,
    services,
  };
}

/** @throws Problem `invalid-input` that names the variables whose value is missing */
export function requireAll({ missing, views }: PanelInputs): void {
  if (missing.length === 0) return;
  const fields = views
    .filter(({ key }) => missing.includes(key))
    .map(({ key, label }) => ({ path: `values.${key}`, message: `Enter a value for ${label.trim() || key}.` }));
  throw new Problem('invalid-input', fields.map(({ message }) => message).join(' '), { fields });
}

/** Variables as they travel: none where the panel has none. */
export function sentVariables({ views }: Pick<PanelInputs, 'views'>): VariableView[] | undefined {
  return views.length > 0 ? views : undefined;
}
