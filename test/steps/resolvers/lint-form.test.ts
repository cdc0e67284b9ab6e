import { saveDataSource } from '../../../src/editing/save-data-source';
import { lintForm } from '../../../src/resolvers/lint-form';
import { listSummaries, viewOf } from '../../../src/resolvers/data-source-view';
import { directoryForm, formWith } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';
import { ada, signIn } from '../../support/sign-in';
import { TokenServer } from '../../support/token-server';

const admin = { ...ada, site: 'installation' };

async function connected(changes: Parameters<typeof directoryForm>[0] = {}, givesRefreshToken = true) {
  const server = new TokenServer();
  server.options.givesRefreshToken = givesRefreshToken;
  const services = memoryServices({ fetch: server.fetch });
  const form = directoryForm(changes);
  const { draftId } = await signIn(form, server, services);
  return { server, services, form, draftId };
}

const codes = (findings: { code: string }[]) => findings.map(({ code }) => code);

test('an unsaved form is looked at as it stands', async () => {
  const services = memoryServices();
  const form = { ...directoryForm({ oauth2: { scopes: 'a,b' } }), callbackCopied: false };
  expect(codes(await lintForm(form, admin, services))).toEqual(['scope-separators', 'callback-not-copied']);
});

test('a form with a draft is judged by what the draft has won', async () => {
  const { services, form, draftId } = await connected({}, false);
  const findings = await lintForm({ ...form, draftId, callbackCopied: true }, admin, services);
  expect(codes(findings)).toEqual(['no-refresh-token']);
});

test('a form with half a URL is no reason to fail', async () => {
  const { services, form, draftId } = await connected();
  const settings = { ...form.settings, request: { ...form.settings.request, url: 'https:/' } };
  expect(codes(await lintForm({ ...form, settings, draftId, callbackCopied: true }, admin, services))).toEqual([]);
});

test('a data source without OAuth has no findings', async () => {
  const form = { ...formWith({ type: 'bearer' }, {}), callbackCopied: false };
  expect(await lintForm(form, admin, memoryServices())).toEqual([]);
});

test('findings and the day the secret ends stand in the views', async () => {
  const { services, form, draftId } = await connected({ oauth2: { secretExpiresOn: '2030-01-03' } }, false);
  const saved = await saveDataSource({ ...form, draftId }, ada, services);
  const { health } = await viewOf(saved, services);
  expect(health.secretExpiry).toEqual({ on: '2030-01-03', daysLeft: 2 });
  expect(codes(health.findings)).toEqual(['secret-expires', 'no-refresh-token']);
  const [summary] = await listSummaries(services);
  expect(summary?.health).toEqual(health);
  services.advance(3 * 24 * 3_600_000);
  expect((await viewOf(saved, services)).health).toMatchObject({
    secretExpiry: { daysLeft: -1 },
    findings: [{ code: 'secret-expired' }],
  });
});
