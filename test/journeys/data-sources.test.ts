import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { largeDocument } from '../support/openapi/documents';
import { approveHosts } from '../support/seed';
import { startSite, type Site } from '../support/site';
import { adminScreens, type AdminScreens } from './screens/admin-screens';
import { choose } from './screens/select';
import { expectNoAxeFindings, screenshot } from './browser';
import { longestTask } from './longest-task';

const day = 86_400_000;
const secret = 'k3y-that-nobody-sees';

let site: Site;
let page: Page;
let admin: AdminScreens;

beforeAll(async () => {
  site = await startSite({ users: 120 });
  approveHosts(site, [site.demo.origin]);
  page = await site.open('Ada Admin');
  admin = adminScreens(page);
});

afterAll(() => site.close());

const odd = (name: string) => `${site.demo.origin}/odd/${name}`;
const value = (label: string) => admin.source.field(label).inputValue();

async function newSource(name = '', url = ''): Promise<void> {
  await admin.open();
  await admin.addSource();
  await admin.source.fill({ Name: name, URL: url });
}

const hasFocus = (label: string) =>
  admin.app.getByLabel(label, { exact: true }).evaluate((element) => element.matches(':focus'));

async function saveForAllSpaces(): Promise<void> {
  await admin.source.allowAllSpaces();
  await admin.button('Save').click();
  await admin.source.saved.waitFor();
}

test('a pasted curl command fills method, URL, headers, body and the secret, which goes into a secret field', async () => {
  await admin.open();
  await admin.addSource('Paste curl');
  expect(await hasFocus('curl command')).toBe(true);
  await admin.source.fill({
    'curl command': `curl -X POST '${odd('echo')}?region=north' -H 'Accept-Language: en' -H 'X-Session-Token: ${secret}' -H 'Authorization: Bearer t0ken-of-the-command' --json '{"team": "first"}'`,
  });
  await admin.button('Fill the form').click();
  await admin.source.notice('Filled in from the command').waitFor();
  expect(await value('Name')).toBe(new URL(site.demo.origin).hostname);
  expect(await value('URL')).toBe(odd('echo'));
  expect(await value('Value of parameter 1')).toBe('north');
  expect(await value('JSON')).toBe('{"team": "first"}');
  expect(await admin.app.getByLabel('Token', { exact: true }).inputValue()).toBe('t0ken-of-the-command');
  await admin.source.unfold('Request details');
  const header = admin.app.getByRole('checkbox', { name: /^Secret: header/, checked: true });
  await header.waitFor({ state: 'attached' });
  expect(await admin.app.getByLabel('curl command').count()).toBe(0);
});

test('what arrives at the API is what the command would have sent, and the test view masks its secrets', async () => {
  await admin.source.test();
  const raw = await admin.source.rawResponse();
  expect(raw).toContain('"method":"POST"');
  expect(raw).toContain('region=north');
  expect(raw).toContain('{\\"team\\": \\"first\\"}');
  expect(raw).toContain('"accept-language":"en"');
  expect(await admin.source.result.innerText()).not.toContain(secret);
  const requests = await admin.source.resultTab(/^Requests/);
  await requests.locator('summary').first().press('Enter');
  const sent = await requests.innerText();
  expect(sent).toMatch(/x-session-token/i);
  expect(sent).not.toContain(secret);
  expect(sent).not.toContain('t0ken-of-the-command');
});

test('the diagnostic is copied without secrets', async () => {
  const panel = await admin.source.resultTab('Diagnostic');
  await panel.getByRole('button', { name: 'Copy diagnostic' }).click();
  await panel.getByText('Copied').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`POST ${odd('echo')}?region=north: status 200`);
  expect(copied).not.toContain(secret);
  expect(copied).not.toContain('t0ken-of-the-command');
});

test('the response is shown as a tree that opens branch by branch', async () => {
  const tree = (await admin.source.resultTab('Tree')).getByRole('tree');
  await tree.getByRole('treeitem').first().waitFor();
  const method = tree.getByRole('treeitem', { name: /method/ });
  for (let opened = 0; (await method.count()) === 0 && opened < 5; opened += 1) {
    await tree.locator('[aria-expanded="false"]').first().press('ArrowRight');
  }
  expect(await method.innerText()).toContain('POST');
});

const echoDocument = () => ({
  ...largeDocument(8_600),
  servers: [{ url: `${site.demo.origin}/odd` }],
  paths: {
    ...largeDocument(8_600).paths,
    '/echo': {
      get: {
        summary: 'What was sent',
        parameters: [{ name: 'region', in: 'query', required: true, schema: { type: 'string', default: 'north' } }],
        responses: {
          200: {
            description: 'It',
            content: {
              'application/json': {
                schema: { type: 'object', properties: { method: { type: 'string' }, url: { type: 'string' } } },
              },
            },
          },
        },
      },
    },
  },
});

test('an operation of a document of 20 MB is found and fills the form, while the page stays at hand', async () => {
  await newSource();
  await admin.button('Choose from an OpenAPI document').click();
  const file = admin.app.getByLabel('Or a file');
  await file.waitFor();
  await screenshot(page, 'openapi-document');
  const search = admin.app.getByLabel('Find an operation of Large');
  const path = join(await mkdtemp(join(tmpdir(), 'external-data-')), 'large.json');
  await writeFile(path, JSON.stringify(echoDocument()));
  expect((await stat(path)).size).toBeGreaterThan(20_000_000);
  const longest = await longestTask(page, async () => {
    await file.setInputFiles(path);
    await search.waitFor();
    await search.fill('sent echo');
  });
  await rm(dirname(path), { recursive: true });
  expect(longest).toBeLessThan(50); // to read the document takes seconds
  await expectNoAxeFindings(page);
  await screenshot(page, 'openapi-operations');
  await admin.button('/echo What was sent').click();
  const notice = admin.source.notice('Filled in from the document');
  await notice.waitFor();
  expect(await notice.innerText()).toContain('Method, URL');
  expect(await value('Name')).toBe('Large: What was sent');
  expect(await value('URL')).toBe(odd('echo'));
  expect(await value('Value of parameter 1')).toBe('{region}');
  await screenshot(page, 'openapi-filled');
  await admin.source.test();
  expect(await admin.source.rawResponse()).toContain('region=north');
});

test('a document in YAML is pasted, and one that is none is refused in a sentence', async () => {
  await admin.open();
  await admin.addSource('OpenAPI');
  await admin.app.getByLabel('OpenAPI document').waitFor();
  expect(await hasFocus('OpenAPI document')).toBe(true);
  await admin.source.fill({ Name: 'Pasted', 'OpenAPI document': 'title: Orders' });
  await admin.button('Show operations').click();
  await admin.source.notice('The document was not read').waitFor();
  await admin.source.fill({
    'OpenAPI document': `openapi: 3.1.0\nservers:\n  - url: ${site.demo.origin}/odd\npaths:\n  /echo:\n    get:\n      summary: It\n`,
  });
  await admin.button('Show operations').click();
  await admin.button('/echo It').click();
  expect(await admin.source.notice('Filled in from the document').innerText()).toContain('does not describe a JSON');
  expect([await value('Name'), await value('URL')]).toEqual(['Pasted', odd('echo')]);
});

test('a credential in the URL is offered to become a secret, which is sent and never comes back', async () => {
  await newSource('Keyed', `${odd('echo')}?region=north&sig=Zm9vYmFyMTIz`);
  await admin.source.notice('This looks like a credential').waitFor();
  await admin.button('Keep as a secret').click();
  expect(await value('URL')).toBe(`${odd('echo')}?region=north`);
  expect(await value('Value of parameter 1')).toBe('{secret.sig}');
  expect(await value('Secret {secret.sig}')).toBe('Zm9vYmFyMTIz');
  await saveForAllSpaces();
  expect(await value('Secret {secret.sig}')).toBe('');
  await admin.source.test();
  expect(await admin.source.rawResponse()).toContain('sig=[hidden]');
  expect(await admin.app.locator('body').textContent()).not.toContain('Zm9vYmFyMTIz');
});

test('the Zoho preset asks for the data center and fills endpoints, habits, request and pagination for it', async () => {
  await newSource();
  await choose(admin.app, 'Authentication type', 'OAuth2');
  await choose(admin.app, 'Provider preset (optional)', 'Zoho');
  await admin.button('Fill in').click();
  await admin.app.getByText('Data center is missing.').waitFor();
  await choose(admin.app, 'Data center', /Europe/);
  await admin.button('Fill in').click();
  await admin.app.getByText('Filled in for Zoho.').waitFor();
  expect(await value('Auth URL')).toBe('https://accounts.zoho.eu/oauth/v2/auth');
  expect(await value('Token URL')).toBe('https://accounts.zoho.eu/oauth/v2/token');
  expect(await value('URL')).toMatch(/^https:\/\/www\.zohoapis\.eu\//);
  expect(await value('Cursor selector')).toBe('$.info.next_page_token');
  await admin.source.unfold('Advanced authentication');
  expect(await value('Name of authorize parameter 1')).toBe('access_type');
  await admin.app.getByText('Authorization: Zoho-oauthtoken …').waitFor({ state: 'attached' });
});

test('the GitHub preset fills its endpoints over those of another, and leaves a typed URL alone', async () => {
  await admin.source.fill({ URL: 'https://api.github.com/orgs/acme/issues' });
  await choose(admin.app, 'Provider preset (optional)', 'GitHub');
  await admin.button('Fill in').click();
  await admin.app.getByText('Filled in for GitHub.').waitFor();
  expect(await value('Token URL')).toBe('https://github.com/login/oauth/access_token');
  expect(await value('URL')).toBe('https://api.github.com/orgs/acme/issues');
  await admin.app.getByText('GitHub issues no refresh token to OAuth apps.').waitFor({ state: 'attached' });
  expect(await admin.app.getByLabel('Name of authorize parameter 1').count()).toBe(0);
});

test('a field for a number says which ones it takes, and the app says so again of another', async () => {
  await newSource('Limited', site.demo.usersUrl);
  await admin.source.unfold('Advanced');
  const pages = admin.app.locator('.field', { hasText: 'Max. pages' });
  expect(await pages.locator('.field-help').innerText()).toBe('From 1 to 90.');
  await admin.source.fill({ 'Max. pages': '100' });
  await admin.button('Save').click();
  expect(await pages.locator('.field-error').innerText()).toBe('Enter a number from 1 to 90.');
});

test('an issuer fills the endpoints from its discovery document', async () => {
  await newSource('Directory of the issuer', site.demo.usersUrl);
  await choose(admin.app, 'Authentication type', 'OAuth2');
  await admin.source.fill({ 'Issuer (optional)': site.demo.issuer });
  await admin.button('Fill from issuer').click();
  await admin.app.getByText('The endpoints below have been filled in.').waitFor();
  expect(await value('Auth URL')).toBe(site.demo.authorizeUrl);
  expect(await value('Token URL')).toBe(site.demo.tokenUrl);
  expect(await value('Revoke URL (optional)')).toBe(site.demo.revokeUrl);
});

test('a hint to register the Callback URL goes away once the URL is copied', async () => {
  const hint = admin.source.findings.filter({ hasText: 'Copy the Callback URL and register it with the provider.' });
  await hint.waitFor();
  await admin.button('Copy Callback URL').click();
  await hint.waitFor({ state: 'detached' });
});

test('a finding names the missing offline_access, and its button adds it', async () => {
  await admin.source.fill({ Scopes: 'User.Read.All' });
  const finding = admin.source.findings.filter({ hasText: 'The scope offline_access is missing.' });
  await finding.getByRole('button', { name: 'Add offline_access' }).click();
  expect(await value('Scopes')).toBe('User.Read.All offline_access');
  await finding.waitFor({ state: 'detached' });
});

test('with Client Credentials nobody signs in; a wrong secret says so, the right one ends in the green badge', async () => {
  const { serviceClientId, serviceClientSecret } = site.demo;
  await choose(admin.app, 'Grant type', 'Client Credentials');
  await admin.source.fill({ 'Client ID': serviceClientId, 'Client Secret': 'not-the-secret', Scopes: 'User.Read.All' });
  await admin.source.findings.getByRole('button', { name: /\/\.default/ }).click();
  await admin.source.fill({ Scopes: '.default' });
  await admin.source.pressAuthenticate();
  await admin.source.problem.getByText('The Client Secret is wrong.').waitFor();
  await admin.source.fill({ 'Client Secret': serviceClientSecret });
  await admin.source.pressAuthenticate();
  await admin.source.badge.getByText('Authenticated', { exact: true }).waitFor();
  await saveForAllSpaces();
  expect(await admin.app.getByLabel('Client Secret').inputValue()).toBe('');
});

test('Test proposes how pages go on with its reason and page two, and "Use this" takes it over', async () => {
  await admin.source.test();
  const proposal = admin.source.notice('Pagination found in the response');
  expect(await proposal.innerText()).toContain('@odata.nextLink');
  await proposal.locator('summary').press('Enter');
  await proposal.locator('tbody tr').nth(19).waitFor();
  await proposal.getByRole('button', { name: 'Use this' }).click();
  await admin.app.getByText('Pagination filled in').waitFor();
  await admin.app.getByText('OData next link (@odata.nextLink)').waitFor({ state: 'attached' });
});

test('a long test says on a line how far it is', async () => {
  await site.demo.control.setFaults([{ on: 'api', what: { kind: 'delay', milliseconds: 1_300 } }]);
  await admin.button('Test').press('Enter');
  await admin.app.getByText('Waiting for the response… 1 s').waitFor();
  await admin.app.getByText('Reading page 2, 100 rows…').first().waitFor();
  await admin.source.summary.getByText('Succeeded').waitFor();
  expect(await admin.source.summary.innerText()).toMatch(/Rows\s+120/);
  await site.demo.control.setFaults([]);
});

test('the list shows at a glance the last success, the failure after it, and a secret that ends soon', async () => {
  await admin.open();
  await admin.openSource('Directory of the issuer');
  const end = new Date(site.clock.now() + 7 * day).toISOString().slice(0, 10);
  await admin.source.fill({ 'Secret expires on (optional)': end });
  await admin.button('Save & test').click();
  await admin.source.summary.getByText('Succeeded').waitFor();
  await admin.button('Close').click();
  const row = admin.app.getByRole('row', { name: /Directory of the issuer/ });
  const details = admin.app.locator('.list-details');
  expect(await row.innerText()).toContain('Secret expires · 7 d');
  await row.getByRole('button', { name: /details of/ }).click();
  await details.getByText(/Last success/).waitFor();
  expect(await details.innerText()).toMatch(/Client secret expires in 7 days/);
  site.clock.advance(5 * day);
  await page.clock.setFixedTime(site.clock.now());
  await site.demo.control.setFaults([{ on: 'api', what: { kind: 'status', status: 404 } }]);
  await admin.openSource('Directory of the issuer');
  await admin.source.findings.filter({ hasText: /The Client Secret expires on .*, in 3 days/ }).waitFor();
  await admin.button('Test').press('Enter');
  await admin.source.problem.getByText('Nothing at this address', { exact: true }).waitFor();
  await admin.button('Close').click();
  await row.getByRole('button', { name: /Failing · 1 min details of/ }).press('Enter');
  await details.getByText(/Last failure just now/).waitFor();
  expect(await details.innerText()).toMatch(/Last success 5 days ago[\s\S]*Client secret expires in 2 days/);
  await site.demo.control.setFaults([]);
});

test('a host with many siblings can be approved by one wildcard, which then covers the next of them', async () => {
  await newSource('Tickets', 'https://acme.zendesk.com/api/v2/tickets.json');
  await admin.app.getByRole('checkbox', { name: /Approve \*\.zendesk\.com instead of acme\.zendesk\.com/ }).check();
  await admin.button('Approve hosts').click();
  const consent = page.getByRole('dialog');
  expect(await consent.innerText()).toContain('*.zendesk.com');
  await consent.getByRole('button', { name: 'Allow' }).click();
  await admin.app.getByText('a site admin must allow the app to contact').waitFor({ state: 'detached' });
  await admin.source.fill({ URL: 'https://other.zendesk.com/api/v2/tickets.json' });
  expect(await admin.button('Approve hosts').count()).toBe(0);
  await admin.source.fill({ URL: 'https://api.example.com/tickets' });
  await admin.button('Approve hosts').waitFor();
});

test('no page threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
