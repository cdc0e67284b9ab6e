import { picturesOf } from '../../../../src/panel/load/identity/pictures';
import { mayWriteOwn, takeOwn, type Taken } from '../../../../src/panel/load/flight/own-budget';
import { portionsBySite } from '../../../../src/panel/load/portions';
import type { PanelSettings, RowStep } from '../../../../src/shared/contract';
import type { Problem } from '../../../../src/shared/problem';
import { oauth2 } from '../../../support/data-source-forms';
import { minute, tableOf } from '../../../support/flights';
import { memoryServices, type MemoryServices } from '../../../support/memory';
import { json } from '../../../support/memory-upstream';
import { connect, loadAs, readersWorld, seenBy } from '../../../support/reader-accounts';

const source = (requestsPerMinute?: number) => ({
  id: 'a data source',
  settings: { limits: { pages: 1, rows: 1, megabytes: 1, seconds: 1, requestsPerMinute } },
});

/** How many requests in a row are let through, at most so many. */
async function passed(take: () => Promise<Taken>, most = 2000): Promise<number> {
  for (let count = 0; count < most; count += 1) if ((await take()).waitMs > 0) return count;
  return most;
}

/** The services as another process of the same site has them. */
const otherProcess = (services: MemoryServices): MemoryServices => ({
  ...services,
  portions: portionsBySite(services.now)('site'),
});

describe('requests with readers’ own accounts', () => {
  it('are thirty a minute for one reader, and nothing is written for most readers', async () => {
    const services = memoryServices();
    const take = (accountId: string) => () => takeOwn({ source: source(), accountId }, services);
    await take('ada')();
    expect(services.memory.records('reader-budget').size).toBe(0);
    expect(await passed(take('ada'))).toBe(29);
    expect(await passed(take('bob'))).toBe(30);
    services.advance(minute);
    expect(await passed(take('ada'))).toBe(30);
  });

  it.each([
    [undefined, 600],
    [80, 80],
    [8, 8],
  ])('of %j a minute that an admin allows are %i for all, over several processes', async (most, all) => {
    const services = memoryServices();
    const processes = [services, otherProcess(services), otherProcess(services)];
    let reader = 0;
    const next = () => {
      reader += 1;
      return takeOwn({ source: source(most), accountId: `reader ${reader}` }, processes[reader % processes.length]!);
    };
    let count = 0;
    for (let tries = 0; tries < 2000; tries += 1) if ((await next()).waitMs === 0) count += 1;
    expect(count).toBe(all);
  });

  it('cost hardly any writes where many come', async () => {
    const services = memoryServices();
    for (let reader = 0; reader < 500; reader += 1)
      await takeOwn({ source: source(), accountId: `reader ${reader}` }, services);
    const writes = services.memory.log.filter(({ name }) => name === 'create' || name === 'transact');
    expect(writes.length).toBeLessThan(60);
  });
});

it('rows of readers’ own accounts take a quarter of what is kept in a minute, and are not kept beyond', async () => {
  const services = memoryServices();
  let kept = 0;
  while (await mayWriteOwn(15_000, services)) kept += 1;
  expect(kept * 3).toBeGreaterThan(480);
  expect(kept * 3).toBeLessThanOrEqual(500);
});

describe('a token endpoint that readers’ grants share', () => {
  const tokenUrl = oauth2.tokenUrl;
  const refreshTokenOf = 'refresh-token-of-';
  const readers = Array.from({ length: 12 }, (_, index) => `reader${index}`);

  async function expired(respond: (reader: string) => Response) {
    let requests = 0;
    const responses = {
      [tokenUrl]: ({ body }: { body?: string }) => {
        requests += 1;
        return respond((new URLSearchParams(body).get('refresh_token') ?? '').slice(refreshTokenOf.length));
      },
    };
    const sees = Object.fromEntries(readers.map((name) => [name, [`rows of ${name}`]]));
    const authentication = { clientAuthentication: 'none' as const };
    const at = await readersWorld('each-reader', { shared: ['all'], ...sees }, { responses, authentication });
    const expiresAt = at.services.now() - 1000;
    for (const reader of readers) await connect(at, reader, { refreshToken: `${refreshTokenOf}${reader}`, expiresAt });
    return { at, requests: () => requests };
  }

  const given = (reader: string) =>
    json({
      access_token: `access-token-of-${reader}-2`,
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: 'next-refresh-token',
    });

  const outcomeOf = (world: Parameters<typeof seenBy>[0], reader: string) =>
    seenBy(world, reader).catch((error: unknown) => (error as Problem).code);

  it('is asked once for all while it refuses the client, and by the next reader once that is over', async () => {
    let isExpired = true;
    const refused = () => json({ error: 'invalid_client' }, { status: 401 });
    const { at, requests } = await expired((reader) => (isExpired ? refused() : given(reader)));
    for (const reader of readers.slice(0, 11)) expect(await outcomeOf(at, reader)).toBe('reconnect-needed');
    expect(requests()).toBe(1);
    expect(at.services.memory.open.get(`health:${at.dataSource.id}`)).toMatchObject({ lastFailure: {} });
    expect(at.services.memory.records('reader-grant').size).toBe(12);
    isExpired = false;
    at.services.advance(2 * minute);
    expect(await outcomeOf(at, readers[11]!)).toBe(`rows of ${readers[11]}`);
    expect(at.services.memory.open.has(`token-trouble:${at.dataSource.id}`)).toBe(false);
  });

  it('costs a first load after the tokens have ended four writes: the claim, the tokens, the grant and the rows', async () => {
    const { at } = await expired(given);
    const [first = '', second = ''] = readers;
    expect(await outcomeOf(at, first)).toBe(`rows of ${first}`);
    at.services.memory.log.length = 0;
    expect(await outcomeOf(at, second)).toBe(`rows of ${second}`);
    const names = at.services.memory.log.map(({ name }) => name);
    expect(names.filter((name) => !/get/.test(name))).toEqual(['transact', 'secret-set', 'transact', 'set']);
    expect(names.filter((name) => /get/.test(name)).length).toBeLessThanOrEqual(15);
  });

  it('is left alone by all once it was silent for three of them', async () => {
    const { at, requests } = await expired(() => new Response('', { status: 502 }));
    for (const reader of readers) await outcomeOf(at, reader);
    expect(requests()).toBe(3);
  });
});

describe('pictures in rows of readers’ own accounts', () => {
  const columns: PanelSettings['columns'] = [
    { key: 'name', label: 'Name', selector: '$.displayName', type: 'text' },
    { key: 'photo', label: 'Photo', selector: '$.photo', type: 'image' },
  ];
  const expression = 'CONCAT("https://elsewhere.example/?", [Name])';
  const compute = (key: string): RowStep => ({
    kind: 'compute',
    column: { key, label: key, type: 'image', expression },
  });
  const each = { authentication: { ...oauth2, whoSignsIn: 'each-reader' as const } };

  it.each<[string, RowStep[], string[]]>([
    ['one field of the response is shown', [], ['photo']],
    ['one that is worked out is not', [compute('made')], ['photo']],
    [
      'nor one that takes the place of a field',
      [{ kind: 'group', columns: ['name'], aggregates: [] }, compute('photo')],
      [],
    ],
  ])('%s', (_what, rowSteps, shown) => {
    expect([...picturesOf({ columns, rowSteps }, each)!]).toEqual(shown);
    expect(picturesOf({ columns, rowSteps }, { authentication: oauth2 })).toBeUndefined();
  });

  it('are links where their address is worked out', async () => {
    const at = await readersWorld(
      'each-reader',
      { ada: ['ada 1'] },
      { panel: { columns, rowSteps: [compute('made')] } },
    );
    await connect(at, 'ada');
    expect(tableOf(await loadAs(at, 'ada')).view.columns.map(({ type }) => type)).toEqual(['text', 'image', 'link']);
  });
});
