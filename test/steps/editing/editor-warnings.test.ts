import { editorWarnings } from '../../../src/editing/editor-warnings';
import { healthKey } from '../../../src/keys';
import { loadPanel } from '../../../src/panel/load/load-panel';
import { areLongStale, isEnding } from '../../../src/panel/load/warned';
import type { HealthRecord } from '../../../src/data-sources/health';
import type { OAuth2Authentication } from '../../../src/shared/contract';
import { connectedAndExpired } from '../../support/connected';
import { json } from '../../support/memory-upstream';
import { dataSource, openAccess, panel, panelSettings, panelWorld, users, usersUrl } from '../../support/panels';

const hour = 3_600_000;
const day = 24 * hour;
const editor = { accountId: 'eddie', content: { id: '7', spaceId: '1' } };
const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);

/** A panel on a data source that somebody signed in for. */
async function signedIn() {
  const at = await connectedAndExpired({});
  const shown = panel(panelSettings(at.saved.id));
  await at.services.panels.create(shown.id, shown);
  return { ...at, shown, warnings: () => editorWarnings(shown.id, editor, at.services) };
}

test('editors are told that somebody must sign in again, and nothing while all is well', async () => {
  const { services, saved, shown, leaveGrant, warnings } = await signedIn();
  expect(await warnings()).toEqual([]);
  leaveGrant({ state: 'reconnect', reason: 'AADSTS7000222: secret expired.' });
  const name = saved.settings.name;
  expect(await warnings()).toEqual([
    `The connection of “${name}” has ended, so no new rows come. Ask a Confluence admin to reconnect it.`,
  ]);
  const allowedSpaces = { mode: 'named' as const, spaceIds: ['9'] };
  await services.dataSources.replace(saved.id, saved.rev, {
    ...saved,
    rev: saved.rev + 1,
    settings: { ...saved.settings, allowedSpaces },
  });
  await expect(editorWarnings(shown.id, editor, services)).rejects.toMatchObject({ code: 'forbidden' });
});

const failure = (at: number) => ({ at, message: 'https://api.example.com answered 500.' });

test.each<[string, (now: number) => HealthRecord, string[]]>([
  ['one failure a moment ago', (now) => ({ lastSuccessAt: now - 30 * day, lastFailure: failure(now) }), []],
  ['failures of less than a day', (now) => ({ failingSince: now - 23 * hour, lastFailure: failure(now) }), []],
  [
    'failures of a day',
    (now) => ({ failingSince: now - day, lastFailure: failure(now) }),
    ['No rows could be read from “Directory” for a day. Ask a Confluence admin to look at it.'],
  ],
  [
    'failures of three days',
    (now) => ({ failingSince: now - 3.5 * day, lastFailure: failure(now) }),
    ['No rows could be read from “Directory” for 3 days. Ask a Confluence admin to look at it.'],
  ],
  ['failures that are over', (now) => ({ lastSuccessAt: now, lastFailure: failure(now - day) }), []],
])('after %s editors are told as much, without what the API said', async (_name, record, expected) => {
  const { services, panel: shown, dataSource: source } = await panelWorld({});
  await services.storage.set(healthKey(source.id), record(services.now()));
  expect(await editorWarnings(shown.id, editor, services)).toEqual(expected);
});

test.each<[number, string[]]>([
  [-1, ['The connection of “Directory” was to end by now. Ask a Confluence admin to renew it.']],
  [0, ['The connection of “Directory” ends today unless a Confluence admin renews it.']],
  [1, ['The connection of “Directory” ends tomorrow unless a Confluence admin renews it.']],
  [6, ['The connection of “Directory” ends in 6 days unless a Confluence admin renews it.']],
  [8, []],
])('with %d days left of a secret editors are told so', async (days, expected) => {
  const { services, saved, shown, leaveGrant } = await signedIn();
  const end = isoDay(services.now() + days * day);
  const authentication = { ...saved.settings.authentication, secretExpiresOn: end } as OAuth2Authentication;
  const settings = { ...saved.settings, name: 'Directory', authentication };
  await services.dataSources.replace(saved.id, saved.rev, { ...saved, rev: saved.rev + 1, settings });
  leaveGrant({});
  expect(await editorWarnings(shown.id, editor, services)).toEqual(expected);
  const known = { ...saved, settings };
  expect(isEnding(known, openAccess, services.now())).toBe(expected.length > 0);
});

test('what needs a new sign-in of an admin is ending, and what needs no sign-in, or a reader’s own, is not', () => {
  expect(isEnding(dataSource(), openAccess, 0)).toBe(false);
  expect(isEnding(dataSource(), { ...openAccess, isReconnectNeeded: true }, 0)).toBe(true);
  expect(isEnding(dataSource(), { ...openAccess, identity: 'rita', isReconnectNeeded: true }, 0)).toBe(false);
});

test('a reader’s view of rows that stand in for a day says that there is a warning, at no read more', async () => {
  let isDown = false;
  const { services, panel: shown } = await panelWorld({
    [usersUrl]: () => (isDown ? new Response('', { status: 500 }) : json({ value: users(2) })),
  });
  const load = () =>
    loadPanel({ panelId: shown.id, window: { offset: 0, count: 5 }, refetch: true }, { accountId: 'rita' }, services);
  expect(await load()).not.toHaveProperty('warned');
  isDown = true;
  services.advance(23 * hour);
  expect(await load()).not.toHaveProperty('warned');
  services.advance(2 * hour);
  services.memory.log.length = 0;
  expect(await load()).toMatchObject({ state: 'view', warned: true });
  const stale = { fetchedAt: 0, staleReason: 'The API failed.' };
  expect([areLongStale(stale, day - 1), areLongStale(stale, day)]).toEqual([false, true]);
  expect(areLongStale({ fetchedAt: 0 }, 9 * day)).toBe(false);
});
