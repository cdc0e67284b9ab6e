import type {
  DataSourceSettings,
  DataSourceView,
  LoadReply,
  OAuth2Authentication,
  PanelSettings,
  PanelView,
  ProblemReply,
  Reply,
  RequestSettings,
  RowWindow,
  TableView,
} from '../../../src/shared/contract';
import type { AppOnHost } from './app-on-host';

/** The demo's form with some of its settings changed. */
export function formWith(
  app: AppOnHost,
  changes: Partial<DataSourceSettings> = {},
  oauth2: Partial<OAuth2Authentication> = {},
) {
  const form = app.form();
  const authentication = { ...form.settings.authentication, ...oauth2 } as OAuth2Authentication;
  return { ...form, settings: { ...form.settings, authentication, ...changes } };
}

/** A request to a path of the demo. */
export const requestTo = (
  app: AppOnHost,
  path: string,
  parameters: RequestSettings['parameters'] = [],
): RequestSettings => ({
  ...app.form().settings.request,
  url: new URL(path, app.demo.origin).href,
  parameters,
});

/** A data source of that name, authenticated and saved. */
export async function connected(app: AppOnHost, changes: Partial<DataSourceSettings> = {}): Promise<DataSourceView> {
  const form = formWith(app, changes);
  const { reply, callback } = await app.consent(form);
  const page = await fetch(callback);
  if (page.status !== 200) throw new Error(`The callback answered ${page.status}: ${await page.text()}`);
  return app.call('saveDataSource', { ...form, draftId: reply.draftId });
}

/** A data source without authentication at that address of the demo. */
export function openSource(
  app: AppOnHost,
  name: string,
  path: string,
  changes: Partial<DataSourceSettings> = {},
): Promise<DataSourceView> {
  const request = requestTo(app, path);
  const settings = { ...app.form().settings, name, request, authentication: { type: 'none' as const }, ...changes };
  return app.call('saveDataSource', { settings, secrets: {} });
}

export const peopleSettings = (dataSourceId: string, changes: Partial<PanelSettings> = {}): PanelSettings => ({
  name: 'People',
  description: '',
  dataSourceId,
  filters: [{ selector: '$.value[*]' }],
  columns: [{ label: 'Name', selector: '$.displayName', type: 'text' }],
  visual: { type: 'table', rowsPerPage: 20 },
  variableValues: {},
  ...changes,
});

/** A panel with the names of people. */
export const panelOn = (app: AppOnHost, dataSourceId: string, changes?: Partial<PanelSettings>): Promise<PanelView> =>
  app.call('savePanel', { settings: peopleSettings(dataSourceId, changes) });

export const firstRows = { offset: 0, count: 20 };

/** How often a reader asks again before they give up: for a dozen seconds. */
const patience = 120;

/**
 * The reader's reply with all rows: asked again as the macro does while it is `pending` or a part, whose ticket is brought
 * at once.
 */
export async function rowsOf(
  app: AppOnHost,
  panelId: string,
  from?: Parameters<AppOnHost['askMacro']>[2],
  window: RowWindow = firstRows,
): Promise<Reply<LoadReply>> {
  let carry: string | undefined;
  for (let turn = 0; turn < patience; turn += 1) {
    const reply = await app.askMacro('loadPanel', { panelId, window, carry }, from);
    if (!reply.ok || reply.value.state === 'input-needed') return reply;
    if (reply.value.state === 'view' && !reply.value.part) return reply;
    carry = reply.value.state === 'view' ? reply.value.ticket : undefined;
    if (carry === undefined) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The rows stay pending.');
}

/** The problem of a reply that must be one. */
export function problemOf(reply: Reply<unknown>): ProblemReply {
  if (reply.ok)
    throw new Error(`A problem was expected, but the reply is ${JSON.stringify({ value: reply.value }).slice(0, 300)}`);
  return reply.problem;
}

/** The value of a reply that must have one. */
export function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`A value was expected, but the reply is ${JSON.stringify(reply.problem)}`);
  return reply.value;
}

/** The table of a loaded panel, which must not be pending. */
export function viewOf(reply: LoadReply): TableView {
  if (reply.state === 'view' && reply.view.visual === 'table') return reply.view;
  throw new Error(`A table was expected, but the reply is ${reply.state}.`);
}

/** Notes of who reads and how reading went, which every attempt leaves, good or bad. */
const notes = /^(health|remote-wait|read-progress|shown-on|test-progress|upkeep):/;
const notedEntities = ['flight', 'budget', 'reader-budget'];

/** Everything stored but such notes, to see that nothing was left behind or changed. */
export function stored({ host }: AppOnHost) {
  const open = host.records().filter(({ entity, key }) => !notedEntities.includes(entity) && !notes.test(key));
  return { open, secrets: host.secretKeys() };
}
