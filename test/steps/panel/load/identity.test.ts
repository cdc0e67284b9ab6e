import fc from 'fast-check';
import type { Grant } from '../../../../src/grants/grant';
import { emptyGrant } from '../../../../src/grants/grant';
import { exportPanel } from '../../../../src/panel/export/export-panel';
import { identityOf } from '../../../../src/panel/load/identity/identity-of';
import { refusalToSend } from '../../../../src/panel/load/identity/only-reads';
import { columnValues } from '../../../../src/panel/load/column-values';
import { variableEntries } from '../../../../src/panel/load/variable-entries';
import type { OwnGrantState } from '../../../../src/own-accounts/own-grant';
import { choiceDetails, previewChoice } from '../../../../src/editing/chosen-panel';
import { previewPanel } from '../../../../src/editing/preview-panel';
import { recentLoadsBySite } from '../../../../src/panel/load/recent-loads';
import type { WhoSignsIn } from '../../../../src/shared/contract';
import { addPanel } from '../../../support/flights';
import { requestTo, usersUrl } from '../../../support/panels';
import { connect, leaveGrant, loadAs, readersWorld, seenBy } from '../../../support/reader-accounts';

const grant: Grant = emptyGrant('d:ada', 'test');
const states: OwnGrantState[] = [{ state: 'none' }, { state: 'reconnect', reason: 'Ended.' }, { state: 'ok', grant }];
const modes: WhoSignsIn[] = ['one-account', 'each-reader', 'each-reader-else-shared'];
const sees = { shared: ['all'], ada: ['ada 1', 'ada 2'], bob: ['bob 1'] };

describe('with whose rights a panel is read', () => {
  const kindOf = (who: WhoSignsIn, state: OwnGrantState, isShown: boolean) => identityOf(who, state, isShown).kind;

  it('is by the mode, how the reader’s account stands, and what the panel says', () => {
    expect(modes.map((who) => states.map((state) => [false, true].map((shown) => kindOf(who, state, shown))))).toEqual([
      [
        ['shared', 'shared'],
        ['shared', 'shared'],
        ['shared', 'shared'],
      ],
      [
        ['connect', 'connect'],
        ['connect', 'connect'],
        ['own', 'own'],
      ],
      [
        ['connect', 'shared'],
        ['connect', 'connect'],
        ['own', 'own'],
      ],
    ]);
  });

  it('is never the shared account for whoever has connected one', () => {
    const connected = fc.constantFrom(...states.slice(1));
    fc.assert(
      fc.property(fc.constantFrom(...modes.slice(1)), connected, fc.boolean(), (who, state, shown) => {
        expect(kindOf(who, state, shown)).not.toBe('shared');
      }),
    );
  });
});

describe('each reader with an account of their own', () => {
  it('sees their own rows, a card before, and the card with a reason after, without a look at what is kept', async () => {
    const world = await readersWorld('each-reader', sees);
    const card = { dataSourceId: world.dataSource.id, service: 'Directory', host: 'login.example.com' };
    expect(await loadAs(world, 'ada')).toEqual({
      state: 'connect',
      title: 'People',
      card: { ...card, scopes: ['User.Read.All', 'offline_access'] },
    });
    await connect(world, 'ada');
    await connect(world, 'bob');
    expect(await loadAs(world, 'ada')).toMatchObject({ state: 'view', own: { dataSourceId: world.dataSource.id } });
    expect([await seenBy(world, 'ada'), await seenBy(world, 'bob'), await seenBy(world, 'cleo')]).toEqual([
      'ada 1,ada 2',
      'bob 1',
      'connect',
    ]);
    leaveGrant(world, 'ada', { state: 'reconnect', reason: 'invalid_grant: the token of ada@example.com was revoked' });
    world.services.memory.log.length = 0;
    expect(await loadAs(world, 'ada')).toMatchObject({ card: { reconnect: 'Your sign-in has ended at the service.' } });
    expect(world.services.memory.log.map(({ key }) => key.split(':')[0])).toEqual([
      world.panel.id,
      world.dataSource.id,
      world.dataSource.id,
    ]);
    expect(world.asked()).toEqual(['ada', 'bob']);
  });

  it('shows nobody else’s rows for any interleaving of who connects, loads and disconnects', async () => {
    const act = fc.record({
      who: fc.constantFrom('ada', 'bob'),
      does: fc.constantFrom('load', 'load', 'connect', 'disconnect', 'end'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...modes.slice(1)),
        fc.boolean(),
        fc.array(act, { maxLength: 12 }),
        async (who, sharedWithoutAccount, acts) => {
          const world = await readersWorld(who, sees, { panel: { sharedWithoutAccount } });
          const stands: Record<string, 'none' | 'ok' | 'reconnect'> = { ada: 'none', bob: 'none' };
          for (const each of acts) {
            if (each.does === 'connect') {
              await connect(world, each.who);
              stands[each.who] = 'ok';
            } else if (each.does !== 'load' && stands[each.who] === 'ok') {
              const state = each.does === 'end' ? 'reconnect' : 'none';
              leaveGrant(world, each.who, { state });
              stands[each.who] = state;
            }
            const isShared = who === 'each-reader-else-shared' && sharedWithoutAccount && stands[each.who] === 'none';
            const own = { ada: 'ada 1,ada 2', bob: 'bob 1' }[each.who];
            expect(await seenBy(world, each.who)).toBe(stands[each.who] === 'ok' ? own : isShared ? 'all' : 'connect');
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is not asked for where nobody is named, and an export says so in place of rows', async () => {
    const world = await readersWorld('each-reader', sees);
    await connect(world, 'ada');
    await seenBy(world, 'ada');
    expect(await seenBy(world, undefined)).toBe('connect');
    const document = JSON.stringify(await exportPanel({ panelId: world.panel.id }, world.services));
    expect(document).toContain('shows each reader personal data');
    expect(document).not.toContain('ada 1');
  });

  it('is what columns, previews and lists go by as well', async () => {
    const world = await readersWorld('each-reader', sees);
    const { services, panel } = world;
    const editor = (accountId: string) => ({ accountId, content: { id: '1', spaceId: '2' } });
    const values = (accountId: string) =>
      columnValues({ panelId: panel.id, column: 'c0', offset: 0 }, { accountId }, services);
    const list = { from: 'panel' as const, panelId: panel.id, valueColumn: 'c0' };
    const named = {
      key: 'name',
      label: 'Name',
      required: false,
      defaultValue: '',
      type: 'list' as const,
      entries: list,
    };
    const { id } = await addPanel(world, { variables: [named] });
    const entries = (accountId: string) =>
      variableEntries({ panelId: id, key: 'name', text: '' }, { accountId }, services);
    const needed = { code: 'connect-needed', message: expect.stringContaining('My connections') as string };
    await expect(values('ada')).rejects.toMatchObject(needed);
    await expect(entries('ada')).rejects.toMatchObject(needed);
    await expect(previewChoice({ panelId: panel.id }, editor('ada'), services)).rejects.toMatchObject(needed);
    await expect(previewPanel(panel.settings, {}, { accountId: 'ada' }, services)).rejects.toMatchObject(needed);
    expect(await choiceDetails(panel.id, editor('ada'), services)).toMatchObject({ choice: { name: 'People' } });
    await connect(world, 'ada');
    await connect(world, 'bob');
    await seenBy(world, 'bob');
    expect(await values('ada')).toMatchObject({ values: [{ value: 'ada 1' }, { value: 'ada 2' }] });
    expect(await entries('ada')).toMatchObject({ entries: [{ value: 'ada 1' }, { value: 'ada 2' }], own: true });
    expect(await previewChoice({ panelId: panel.id }, editor('ada'), services)).toMatchObject({
      view: {
        rows: [
          ['ada 1', 1],
          ['ada 2', 1],
        ],
      },
    });
    expect(await previewPanel(panel.settings, {}, { accountId: 'bob' }, services)).toMatchObject({
      view: { rows: [['bob 1', 1]] },
    });
  });
});

describe('the shared account for those without one', () => {
  it('is for the panels that say so, with a word in the reply and in exports', async () => {
    const world = await readersWorld('each-reader-else-shared', sees, { panel: { sharedWithoutAccount: true } });
    const quiet = await addPanel(world, { name: 'Quiet' });
    expect(await loadAs(world, 'cleo')).toMatchObject({ state: 'view', sharedView: { service: 'Directory' } });
    expect(await loadAs(world, 'cleo', {}, quiet)).toMatchObject({ state: 'connect', title: 'Quiet' });
    const exported = (panelId: string) => exportPanel({ panelId }, world.services).then(JSON.stringify);
    expect(await exported(world.panel.id)).toMatch(/all.*Shared view\. Connect your account at Directory/);
    expect(await exported(quiet.id)).not.toContain('all');
  });

  it('never stands in for a connected account, however many loads of others came before', async () => {
    const recentLoads = recentLoadsBySite(() => 0)('site');
    const options = { panel: { sharedWithoutAccount: true }, services: { recentLoads } };
    const world = await readersWorld('each-reader-else-shared', sees, options);
    for (let reader = 0; reader < 20; reader += 1) expect(await seenBy(world, `reader ${reader}`)).toBe('all');
    await connect(world, 'ada');
    expect(await seenBy(world, 'ada')).toBe('ada 1,ada 2');
    leaveGrant(world, 'ada', { state: 'reconnect' });
    expect(await seenBy(world, 'ada')).toBe('connect');
  });
});

it('costs a data source of one account no look at readers’ accounts', async () => {
  const world = await readersWorld('one-account', sees);
  await seenBy(world, 'ada');
  world.services.memory.log.length = 0;
  expect(await seenBy(world, 'ada')).toBe('all');
  expect(world.services.memory.log.map(({ name }) => name)).toEqual(['get', 'get', 'get', 'get']);
});

describe('what is sent with a reader’s own account', () => {
  const request = (changes: object) => ({ request: requestTo(usersUrl, changes) });

  it.each([
    ['a GET, with a path of the panel', {}, 'mine', true],
    ['a POST of which nobody says that it only reads', { method: 'POST' }, '', false],
    ['a POST that only reads', { method: 'POST', onlyReads: true }, '', true],
    ['the same below a path of the panel', { method: 'POST', onlyReads: true }, 'delete', false],
  ])('%s', (_what, changes, path, isSent) => {
    expect(refusalToSend(request(changes), { path }) === undefined).toBe(isSent);
  });

  it('is no unmarked POST, whatever is stored', async () => {
    const world = await readersWorld('each-reader', sees);
    const records = world.services.memory.records('data-source');
    world.dataSource.settings.request.method = 'POST';
    records.set(world.dataSource.id, world.dataSource);
    await connect(world, 'ada');
    await expect(seenBy(world, 'ada')).rejects.toMatchObject({ code: 'forbidden' });
    expect(world.asked()).toEqual([]);
  });
});
