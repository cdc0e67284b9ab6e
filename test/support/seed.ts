import type {
  AdminCalls,
  CallInput,
  CallOutput,
  DataSourceForm,
  DataSourceSettings,
  DataSourceView,
  MacroConfig,
  OAuth2Authentication,
  PanelSettings,
  PanelView,
  Reply,
} from '../../src/shared/contract';
import { createBrowser } from '../contract/demo/browser';
import { demoForm } from './demo-form';
import type { Site } from './site';

/** A page of the Handbook, which everyone may read. */
export const staffPage = { path: '/wiki/spaces/HB/pages/131074', id: '131074' };

/** The value of a call of the settings page, made by the admin. @throws Error with the problem */
export async function callAdmin<Key extends keyof AdminCalls>(
  { host, accountOf }: Site,
  functionKey: Key,
  payload: CallInput<AdminCalls, Key>,
): Promise<CallOutput<AdminCalls, Key>> {
  const accountId = accountOf('Ada Admin');
  const invoked = await host.invoke({ moduleKey: 'external-data-settings', functionKey, payload, accountId });
  if (!invoked.ok) throw new Error(`${functionKey}: ${invoked.message}`);
  const reply = invoked.body as Reply<CallOutput<AdminCalls, Key>>;
  if (!reply.ok) throw new Error(`${functionKey}: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}

/** A sound form for the directory of the site's demo. */
export function directoryForm(
  { demo }: Site,
  changes: Partial<DataSourceSettings> = {},
  oauth2: Partial<OAuth2Authentication> = {},
): DataSourceForm {
  return demoForm(demo, { name: 'Staff directory', ...changes }, oauth2);
}

/** Approves hosts for the app's functions, as an admin does in the consent dialog. */
export function approveHosts({ host }: Site, origins: string[]): void {
  const configured = origins.map((domain) => ({ domain, type: ['FETCH_BACKEND_SIDE'] }));
  host.site().egress.set({ egresses: [{ key: 'hosts-1', description: 'APIs', configured }] });
}

/** The data source of the form, authenticated and saved. */
export async function connectSource(site: Site, form = directoryForm(site)): Promise<DataSourceView> {
  const { authorizeUrl, draftId } = await callAdmin(site, 'authenticate', form);
  const provider = createBrowser(site.host.webTriggerUrl('oauth-callback'));
  const signIn = await provider.open(authorizeUrl);
  const consent = await signIn.press('Ada Lindqvist');
  const callback = await consent.press('Accept');
  const done = await fetch(callback.url);
  if (!done.ok) throw new Error(`The callback answered ${done.status}.`);
  return callAdmin(site, 'saveDataSource', { ...form, draftId });
}

/** A table of people on the data source. */
export function addPanel(site: Site, dataSourceId: string, changes: Partial<PanelSettings> = {}): Promise<PanelView> {
  const settings: PanelSettings = {
    name: 'Who works here',
    description: 'Everybody in the directory',
    dataSourceId,
    filters: [{ selector: '$.value[*]' }],
    columns: [
      { label: 'Name', selector: '$.displayName', type: 'text' },
      { label: 'Job title', selector: '$.jobTitle', type: 'text' },
      { label: 'Department', selector: '$.department', type: 'text' },
      { label: 'Office', selector: '$.officeLocation', type: 'text' },
      { label: 'Mail', selector: '$.mail', type: 'text' },
      { label: 'Since', selector: '$.createdDateTime', type: 'date' },
    ],
    visual: { type: 'table', rowsPerPage: 25 },
    variableValues: {},
    ...changes,
  };
  return callAdmin(site, 'savePanel', { settings });
}

/** Puts the panel on a page, below a paragraph. */
export function showOnPage({ host }: Site, { id, settings }: PanelView, pageId = staffPage.id): void {
  const { product } = host.site();
  const page = product.content(pageId);
  if (!page) throw new Error(`There is no page ${pageId}.`);
  const config: MacroConfig = { panelId: id, panelName: settings.name };
  const macro = { kind: 'macro' as const, localId: `macro-${id}`, moduleKey: 'external-data', config: { ...config } };
  product.save(page, { ...page, body: [...page.body.filter(({ kind }) => kind !== 'macro'), macro] });
}
