import { startFixture, type FixtureHost } from './fixture-host';

const page = '131073';
const config = { color: 'green' };

let fixture: FixtureHost;
beforeAll(async () => {
  fixture = await startFixture();
});

async function exported(exportType: 'pdf' | 'word') {
  const result = await fixture.host.exportMacro({ moduleKey: 'fixture-macro', contentId: page, config, exportType });
  if (!result?.ok) throw new Error(result?.message ?? 'no export');
  const [paragraph] = (result.value as { content: { content: { text: string }[] }[] }).content;
  return JSON.parse(paragraph!.content[0]!.text) as { payload: Record<string, unknown> };
}

test('an export to PDF tells the function of the macro in the places where the platform does', async () => {
  expect(await exported('pdf')).toMatchObject({
    payload: {
      exportType: 'pdf',
      extensionPayload: { config },
      context: { moduleKey: 'fixture-macro', extension: { content: { id: page } } },
    },
  });
});

test('an export to Word tells it in others', async () => {
  const { payload } = await exported('word');
  expect(payload).toMatchObject({
    exportType: 'word',
    context: { config, contentId: page, content: { id: page }, moduleKey: 'fixture-macro' },
  });
  expect(payload).not.toHaveProperty('extensionPayload');
});

test('nobody is with an export: only the app can ask Confluence', async () => {
  const seen = await exported('pdf');
  expect(seen).toMatchObject({ asApp: 200, asUser: 'NEEDS_AUTHENTICATION_ERR' });
  expect(seen).not.toHaveProperty('principal');
});

test('a macro without the function is not exported', async () => {
  const request = { moduleKey: 'fixture-value', contentId: page, exportType: 'pdf' as const };
  expect(await fixture.host.exportMacro(request)).toBeUndefined();
});
