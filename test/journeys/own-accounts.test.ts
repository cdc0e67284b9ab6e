import type { Page, Request } from 'playwright-core';
import type { DataSourceForm, PanelView, WhoSignsIn } from '../../src/shared/contract';
import { createBrowser } from '../contract/demo/browser';
import {
  addPanel,
  approveHosts,
  callAdmin,
  connectSource,
  directoryForm,
  showOnPage,
  staffPage,
} from '../support/seed';
import { startSite, type Site } from '../support/site';
import { expectNoAxeFindings, screenshot } from './browser';
import { connectionsPage, ownAccount } from './screens/own-account';
import { signInWindow } from './screens/sign-in-window';
import { showIn } from './theme';

const sharedPage = { path: '/wiki/spaces/HB/pages/131073', id: '131073' };

let site: Site;
let tickets: PanelView;

function ticketsForm(whoSignsIn: WhoSignsIn, scopes = site.demo.ticketsScopes): DataSourceForm {
  const request = {
    method: 'GET' as const,
    url: site.demo.ticketsUrl,
    parameters: [],
    headers: [],
    body: { kind: 'none' as const },
  };
  const changes = { name: `Tickets of ${whoSignsIn}`, request };
  return directoryForm(site, changes, { scopes, whoSignsIn });
}

const ticketsPanel = (dataSourceId: string, more: object = {}): Promise<PanelView> =>
  addPanel(site, dataSourceId, {
    name: 'My tickets',
    columns: [
      { label: 'Title', selector: '$.title', type: 'text' },
      { label: 'Status', selector: '$.status', type: 'text' },
    ],
    ...more,
  });

/** Puts the panel on the page so many times. */
function showOften({ id, settings }: PanelView, times: number): void {
  showOnPage(site, { id, settings } as PanelView);
  const { product } = site.host.site();
  const page = product.content(staffPage.id)!;
  const [macro] = page.body.filter((node) => node.kind === 'macro');
  const macros = Array.from({ length: times }, (_, at) => ({ ...macro!, localId: `macro-${at}` }));
  product.save(page, { ...page, body: [...page.body.filter(({ kind }) => kind !== 'macro'), ...macros] });
}

beforeAll(async () => {
  site = await startSite({ users: 10 });
  approveHosts(site, [site.demo.origin]);
  const own = await callAdmin(site, 'saveDataSource', ticketsForm('each-reader'));
  tickets = await ticketsPanel(own.id);
  await site.demo.control.setAccessTokenSeconds(3600);
  const withoutRefresh = site.demo.ticketsScopes.replace(' offline_access', '');
  const fallback = await connectSource(site, ticketsForm('each-reader-else-shared', withoutRefresh));
  await site.demo.control.setAccessTokenSeconds(300);
  showOnPage(site, await ticketsPanel(fallback.id, { sharedWithoutAccount: true }), sharedPage.id);
});
beforeEach(() => showOften(tickets, 1));
afterAll(() => site.close());

/** A window of the person with the page, and what it shows of accounts. */
async function visit(person: 'Rita Reader' | 'Ravi Reader', path = staffPage.path) {
  const page = await site.open(person, path);
  return { page, own: ownAccount(page) };
}

async function connect(page: Page, account: string): Promise<void> {
  const tab = await ownAccount(page).signIn(account);
  const { view, press } = connectionsPage(tab);
  await view.getByRole('heading', { name: /^Connect \S+@meridian\.example at / }).waitFor();
  await press('Connect');
  await view.getByRole('heading', { name: 'Your account is connected' }).waitFor();
  await tab.close();
}

/** The address at the provider that the reader's click opens. */
async function beginning({ page, own }: Awaited<ReturnType<typeof visit>>): Promise<string> {
  const isAuthorize = (request: Request) => request.url().startsWith(site.demo.authorizeUrl);
  const [request] = await Promise.all([
    page.context().waitForEvent('request', isAuthorize),
    own.button('Connect your account').click(),
  ]);
  return request.url();
}

/** Where the callback leads whoever has signed in there, who does not go on. */
async function handBackAddress(authorizeUrl: string): Promise<string> {
  const provider = createBrowser(site.host.webTriggerUrl('oauth-callback'));
  const consent = await (await provider.open(authorizeUrl)).press('Mei Tanaka');
  const { url } = await consent.press('Accept');
  const { headers } = await fetch(url, { redirect: 'manual' });
  return headers.get('location') ?? '';
}

test('two readers connect accounts of their own, see rows of their own side by side, and disconnect', async () => {
  const [rita, ravi] = [await visit('Rita Reader'), await visit('Ravi Reader')];
  await rita.own.card.getByText('Read tickets').waitFor();
  await rita.own.card.getByText(new URL(site.demo.authorizeUrl).host).waitFor();
  await expectNoAxeFindings(rita.page);
  await screenshot(rita.page, 'own-card');

  const tab = await rita.own.signIn('Mei Tanaka');
  const { view, press } = connectionsPage(tab);
  await view.getByRole('heading', { name: 'Connect mei.tanaka@meridian.example at' }).waitFor();
  expect(new URL(tab.url()).search).toBe('');
  await expectNoAxeFindings(tab);
  await screenshot(tab, 'own-question');
  await press('Connect');
  await press('Go back to the page');
  await ownAccount(tab).shown();
  expect(new URL(tab.url()).pathname).toBe(staffPage.path);
  await rita.own.shown();

  await connect(ravi.page, 'Luís Ferreira');
  await ravi.own.shown();
  const [ritas, ravis] = [await rita.own.titles(), await ravi.own.titles()];
  expect([ritas.length, ravis.length, new Set([...ritas, ...ravis]).size]).toEqual([5, 5, 10]);

  await rita.own.macro.getByText('Only you see these rows').click();
  await rita.own.macro.getByText('mei.tanaka@meridian.example').waitFor();
  await expectNoAxeFindings(rita.page);
  await screenshot(rita.page, 'own-rows');
  await rita.own.button(/^Disconnect/).click();
  await rita.own.button(/^Disconnect/).click();
  await rita.own.card.waitFor();
  await rita.own.macro.getByText('its access was revoked there').waitFor();
  await ravi.page.reload();
  await ravi.own.shown();
});

test('whoever is led to consent to a sign-in of somebody else gives nothing away', async () => {
  const [rita, ravi] = [await visit('Rita Reader'), await visit('Ravi Reader')];
  const authorizeUrl = await beginning(rita);
  await site.demo.control.resetStats();
  const victim = await ravi.page.context().newPage();
  await victim.goto(authorizeUrl);
  await victim.getByRole('button', { name: /Luís Ferreira/ }).click();
  await victim.getByRole('button', { name: 'Accept' }).click();
  await connectionsPage(victim).view.getByText('begun by somebody else').waitFor();
  await screenshot(victim, 'own-refused');
  expect((await site.demo.control.stats()).codeExchanges).toBe(0);
  await rita.own.macro.getByText('nothing was connected').first().waitFor();
});

test('an address that leads back from a sign-in is good for nobody else, and whoever may not consent is told so', async () => {
  const [rita, ravi] = [await visit('Rita Reader'), await visit('Ravi Reader')];
  const authorizeUrl = await beginning(rita);
  await site.demo.control.resetStats();
  const other = await ravi.page.context().newPage();
  await other.goto(await handBackAddress(authorizeUrl));
  const { view } = connectionsPage(other);
  await view.getByText('begun by somebody else').waitFor();
  expect(await view.locator('body').innerText()).not.toMatch(/rita|tanaka/i);
  expect((await site.demo.control.stats()).codeExchanges).toBe(0);
  await rita.own.macro.getByText('nothing was connected').first().waitFor();

  const [tab] = await Promise.all([
    rita.page.context().waitForEvent('page'),
    rita.own.button('Connect your account').click(),
  ]);
  const { signInAs, press } = signInWindow(tab);
  await signInAs('Tom Okafor');
  await press('Return without granting consent');
  await connectionsPage(tab).view.getByText('The service did not grant access').waitFor();
  await rita.own.card.getByText('The service did not grant access, so nothing was connected.').waitFor();
  expect(await rita.own.titles()).toEqual([]);
});

test('an account whose access ended at the service has to be connected again, and no rows are shown until then', async () => {
  const { page, own } = await visit('Ravi Reader');
  await own.shown();
  await site.demo.control.revokeGrantsOf('luis.ferreira@meridian.example');
  site.clock.advance(10 * 60_000);
  await page.reload();
  await own.card.getByRole('heading', { name: /^Reconnect/ }).waitFor();
  expect(await own.titles()).toEqual([]);
});

test('five macros of one data source show one card, and rows of all come with one connection', async () => {
  showOften(tickets, 5);
  const { page, own } = await visit('Rita Reader');
  await page.setViewportSize({ width: 390, height: 844 });
  const frames = page.locator('iframe[title="External Data"]');
  const linesOf = (at: number) => frames.nth(at).contentFrame().getByText('Connecting it once is enough.').waitFor();
  await own.card.waitFor();
  await Promise.all([1, 2, 3, 4].map(linesOf));
  await showIn('dark', page);
  await expectNoAxeFindings(page);
  await screenshot(page, 'own-five');
  await own.button('Connect your account').focus();
  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
  await tab.getByRole('button', { name: /Mei Tanaka/ }).click();
  await tab.getByRole('button', { name: 'Accept' }).click();
  await connectionsPage(tab).press('Connect');
  await connectionsPage(tab).view.getByRole('heading', { name: 'Your account is connected' }).waitFor();
  await tab.close();
  await Promise.all([0, 1, 2, 3, 4].map((at) => frames.nth(at).contentFrame().getByText('Only you see').waitFor()));
});

test('where the panel says so, readers without an account see the shared rows, and never again once they have connected', async () => {
  const { page, own } = await visit('Rita Reader', sharedPage.path);
  await own.shown();
  await own.macro.getByText('Shared view.').waitFor();
  await expectNoAxeFindings(page);
  await screenshot(page, 'own-shared');
  const shared = await own.titles();
  await own.button('Connect your account').click();
  await own.card.waitFor();
  const tab = await own.signIn('Mei Tanaka', 'Connect your account');
  await connectionsPage(tab).press('Connect');
  await own.macro.getByText('Only you see these rows').waitFor();
  expect((await own.titles()).filter((title) => shared.includes(title))).toEqual([]);

  site.clock.advance(10 * 60_000);
  await page.reload();
  await own.card.getByText('Your sign-in has ended at the service.').waitFor();
  expect(await own.titles()).toEqual([]);
});
