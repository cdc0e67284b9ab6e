import type { Reply } from '../../../src/shared/contract';
import type { Role } from '../../../src/resolvers/call';
import { adminCalls } from '../../../src/resolvers/admin';
import { connectionsCalls } from '../../../src/resolvers/connections';
import { macroCalls } from '../../../src/resolvers/macro';
import { startApp, type AppOnHost } from './app-on-host';

let app: AppOnHost;

beforeAll(async () => {
  app = await startApp({ users: 10 });
});

afterAll(() => app.close());

/** A page that admins and editors may edit and readers may only read. */
const page = '131074';

const people = ['anonymous', 'reader', 'editor', 'admin'] as const;

const passes: Record<Role, readonly (typeof people)[number][]> = {
  reader: ['reader', 'editor', 'admin'],
  editor: ['editor', 'admin'],
  admin: ['admin'],
};

const tables = [
  { moduleKey: 'external-data-settings', calls: adminCalls as Record<string, { role: Role }> },
  { moduleKey: 'external-data', calls: macroCalls as Record<string, { role: Role }> },
  { moduleKey: 'my-connections', calls: connectionsCalls as Record<string, { role: Role }> },
];

const cells = tables.flatMap(({ moduleKey, calls }) =>
  Object.entries(calls).flatMap(([functionKey, { role }]) =>
    people.map((person) => ({ moduleKey, functionKey, role, person, isLet: passes[role].includes(person) })),
  ),
);

async function ask(moduleKey: string, functionKey: string, accountId: string, contentId?: string, site?: string) {
  const reply = await app.host.invoke({ moduleKey, functionKey, payload: {}, accountId, contentId, site });
  if (!reply.ok) throw new Error(reply.message);
  return reply.body as Reply<unknown>;
}

test.each(cells)('$functionKey of $moduleKey by $person: let in is $isLet', async (cell) => {
  const reply = await ask(cell.moduleKey, cell.functionKey, app[cell.person], page);
  const isRefused = !reply.ok && reply.problem.code === 'forbidden';
  expect({ ...cell, isRefused }).toEqual({ ...cell, isRefused: !cell.isLet });
});

test('an editor’s calls are refused where they may not edit the macro’s page, or it is not named', async () => {
  const editorCalls = Object.entries(macroCalls as Record<string, { role: Role }>).filter(
    ([, { role }]) => role === 'editor',
  );
  expect(editorCalls.length).toBeGreaterThan(0);
  for (const [functionKey] of editorCalls) {
    expect(await ask('external-data', functionKey, app.reader, page)).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await ask('external-data', functionKey, app.editor)).toMatchObject({ problem: { code: 'forbidden' } });
  }
});

test('another site knows nothing of this one, in the same warm workers', async () => {
  const saved = await app.call('saveDataSource', app.form());
  const other = { moduleKey: 'external-data-settings', accountId: app.admin, site: 'other' };
  const list = await app.host.invoke({ ...other, functionKey: 'listDataSources' });
  const one = await app.host.invoke({ ...other, functionKey: 'getDataSource', payload: { id: saved.id } });
  expect([list, one]).toMatchObject([
    { ok: true, body: { ok: true, value: [] } },
    { ok: true, body: { ok: false, problem: { code: 'not-found' } } },
  ]);
});

test('an admin gets the callback URL of their own site, and the presets', async () => {
  const context = await app.call('adminContext', undefined);
  expect(context).toMatchObject({ callbackUrl: app.host.webTriggerUrl('oauth-callback'), loopbackAllowed: true });
  expect(context.presets.map(({ key }) => key)).toContain('microsoft-entra-id');
});

test('spaces are found by name, by key and by id', async () => {
  const all = await app.call('findSpaces', { text: '' });
  const engineering = all.find(({ key }) => key === 'ENG');
  expect(await app.call('findSpaces', { text: 'eng' })).toContainEqual(engineering);
  expect(await app.call('findSpaces', { text: '', ids: [engineering?.id ?? ''] })).toEqual([engineering]);
  expect(await app.call('findSpaces', { text: 'no such space' })).toEqual([]);
});

test('an editor may pick panels on a blog post and on a draft, as on a page', async () => {
  const { product } = app.host.site();
  expect([product.content('131079')?.kind, product.content('131078')?.status]).toEqual(['blogpost', 'draft']);
  for (const contentId of ['131079', '131078']) {
    const payload = { text: '' };
    const reply = await app.host.invoke({
      moduleKey: 'external-data',
      functionKey: 'listPanelChoices',
      payload,
      accountId: app.editor,
      contentId,
    });
    expect({ contentId, reply }).toMatchObject({ contentId, reply: { ok: true, body: { ok: true } } });
  }
});
