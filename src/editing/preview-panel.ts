import type {
  PanelPreview,
  PanelProposal,
  PanelRequest,
  PanelSample,
  PanelSettings,
  VariableValues,
} from '../shared/contract';
import { refuseFields } from '../data-sources/rules';
import type { DataSource } from '../data-sources/data-source';
import { getDataSource } from '../data-sources/data-source-store';
import type { Access } from '../grants/access';
import { frameSource } from '../visuals/frame-source';
import { previewBounds, testBounds } from '../panel/shape/read-bounds';
import { checkQuery } from './check-panel';
import { drawing, rowsPerPage } from '../panel/load/draw-panel';
import { type CountedAccess, countedAccess, reserveRequests, type Spender } from '../panel/load/flight/request-budget';
import { ownProblem } from '../panel/load/identity/own-problem';
import type { OwnReading } from '../panel/load/identity/own-reading';
import { picturesOf } from '../panel/load/identity/pictures';
import { isOwn, ownReading, requireAccess, rightsOf } from '../panel/load/identity/rights';
import { requireAll } from '../panel/load/open-panel';
import type { PanelServices } from '../panel/load/panel-services';
import type { PageFacts } from '../requests/pagination/page-facts';
import { Problem } from '../shared/problem';
import { proposePanel } from './propose/propose-panel';
import { readFrame } from '../panel/read/read-frame';
import { readPolitely } from '../panel/read/read-politely';
import { treeText } from './trial/tree';
import { type BoundPanel, bindPanel } from '../panel/variables/bind-panel';
import { atMoment, panelInputs } from '../panel/variables/panel-inputs';
import { nothingTold } from '../panel/variables/nothing-told';
import type { PageReader } from '../panel/variables/read-context';
import { agesOf } from '../shared/freshness';

/**
 * The first rows of a panel as it stands in its form, saved or not, with these values; read anew, and nothing is kept.
 * @throws Problem `invalid-input` with fields, `not-found`, `connect-needed`, those of `readFrame`
 */
export async function previewPanel(
  settings: PanelSettings,
  values: VariableValues,
  reader: PageReader,
  services: PanelServices,
): Promise<PanelPreview> {
  const dataSource = await getDataSource(settings.dataSourceId, services.dataSources);
  refuseFields(checkQuery(settings, dataSource));
  const [rights, inputs] = await Promise.all([
    rightsOf(dataSource, ofAdmin(reader, settings), services),
    panelInputs(settings, values, reader, services),
  ]);
  const access = requireAccess(rights);
  requireAll(inputs);
  const { freshMs } = agesOf(settings, dataSource.settings);
  const bound = bindPanel(settings, dataSource, atMoment(inputs.values, services.now(), freshMs));
  const own = isOwn(access) ? ownReading(access, dataSource) : undefined;
  const pictures = picturesOf(settings, dataSource.settings);
  return previewRows({ bound, access, own, pictures }, rowsPerPage(settings.visual), services);
}

/** Which panel, with whose rights. */
interface Previewed {
  bound: BoundPanel;
  access: Access;
  accountId?: string;
  own?: OwnReading;
  /** As in `Wanted`. */
  pictures?: ReadonlySet<string>;
}

/**
 * The first rows of a panel, from as few pages as hold so many; nothing is kept.
 * @throws Problem of `readFrame`, `visual-unsuited`
 */
export async function previewRows(
  { bound, access, accountId, own, pictures }: Previewed,
  count: number,
  services: PanelServices,
): Promise<PanelPreview> {
  const { frame, reading } = bound.matchesNothing
    ? nothingTold(bound.query, services.now())
    : await counted({ source: bound.dataSource, ...spenderOf(access, accountId) }, access, services, (rights) =>
        readFrame(bound, rights, previewBounds(count), services),
      ).catch(async (error: unknown) => {
        throw own && error instanceof Problem ? await ownProblem(error, own, services) : error;
      });
  const draw = drawing(bound.visual, { window: { offset: 0, count }, pictures });
  return { view: await draw(frameSource(frame)), reading };
}

const spenderOf = (access: Access, accountId: string | undefined) =>
  isOwn(access) ? { accountId: access.identity, isOwn: true } : { accountId };

/** What the work comes to, whose requests count like those of readers: an API does not know who reads. */
async function counted<T>(
  spender: Spender,
  access: Access,
  services: PanelServices,
  work: (rights: Pick<CountedAccess, 'access' | 'onRequest'>) => Promise<T>,
): Promise<T> {
  const reserved = await reserveRequests(spender, 1, services);
  const rights = countedAccess(access, spender, { reserved, mayWait: false }, services);
  try {
    return await work(rights);
  } finally {
    await rights.settle().catch(() => services.log('budget-not-kept', { dataSourceId: spender.source.id }));
  }
}

/**
 * Rows and columns read off the first page that a panel requests, with the response to click on.
 * @throws Problem `not-found`, `connect-needed`, `invalid-input`, `selector-invalid`, `selector-matched-nothing`, those of `readRemote`
 */
export async function proposeFor(
  { dataSourceId, rowsSelector, unfold, ...sample }: PanelSample,
  caller: { accountId: string },
  services: PanelServices,
): Promise<PanelProposal> {
  const dataSource = await getDataSource(dataSourceId, services.dataSources);
  const access = requireAccess(await rightsOf(dataSource, ofAdmin(caller, sample), services));
  const { source, values } = boundSample(sample, dataSource, services.now());
  const upstream = {
    settings: source.settings,
    values,
    selectors: { rows: rowsSelector === undefined ? [] : [rowsSelector] },
    bounds: { ...testBounds, pages: 1 },
  };
  const proposals: PanelProposal[] = [];
  const rows = rowsSelector === undefined ? undefined : { selector: rowsSelector, unfold };
  const take = (document: unknown, _: number, { request, likelySign }: PageFacts): number => {
    const proposal = proposePanel(document, { rows, request, likelySign });
    proposals.push({ ...proposal, tree: treeText(document) });
    return proposal.rowCount;
  };
  await counted({ source: dataSource, ...spenderOf(access, undefined) }, access, services, (rights) =>
    readPolitely(dataSource, { ...upstream, ...rights }, services, take),
  );
  const [proposal] = proposals;
  if (!proposal) throw new Error('a reading without a problem has at least one page');
  return proposal;
}

/** Admins without an account of their own use the shared one, where there is one: they have signed in with it. */
const ofAdmin = ({ accountId }: { accountId?: string }, { request }: { request?: PanelRequest }) => ({
  accountId,
  sharedWithoutAccount: true,
  request,
});

/** What is requested for a panel that has no variables yet. */
function boundSample(
  { request, variableValues = {} }: Pick<PanelSample, 'request' | 'variableValues'>,
  dataSource: DataSource,
  now: number,
): BoundPanel {
  const { freshMs } = agesOf({}, dataSource.settings);
  const visual = { type: 'key-value' } as const;
  const settings = { request, variableValues, filters: [], columns: [], visual };
  return bindPanel(settings, dataSource, atMoment(new Map(), now, freshMs));
}
