import { createClock } from '../../../local/shared/clock';
import { startDemo } from '../../../local/demo/demo';
import type { Demo } from '../../../local/demo/demo';
import { moreRows } from '../../../src/requests/more/more-rows';
import { connect, postToken } from './client';

interface Page {
  '@odata.context': string;
  '@odata.nextLink'?: string;
  '@odata.count'?: number;
  value: Record<string, unknown>[];
}

let demo: Demo;
let token: string;

beforeAll(async () => {
  demo = await startDemo({ port: 0, redirectUris: 'any', clock: createClock(), accessTokenSeconds: 3600 });
  token = (await connect(demo)).access_token;
});
afterAll(() => demo.close());

const ask = (url: string, accessToken = token): Promise<Response> =>
  fetch(url, { headers: { authorization: `Bearer ${accessToken}` } });
const read = async (query: string): Promise<Page> => (await ask(`${demo.usersUrl}${query}`)).json() as Promise<Page>;

async function readAll(url: string): Promise<{ rows: Record<string, unknown>[]; pages: number }> {
  const rows: Record<string, unknown>[] = [];
  let pages = 0;
  for (let next: string | undefined = url; next !== undefined; pages += 1) {
    const page = (await (await ask(next)).json()) as Page;
    rows.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return { rows, pages };
}

test.each([
  '?$top=999&$skiptoken=',
  '?$filter=startswith(displayName,%27Zo%27)&$count=true&$top=999',
  '?$top=999&$count=true',
])('the last page of %s speaks of no more rows', async (query) => {
  let page = await read(query.replace('&$skiptoken=', ''));
  let countBefore = 0;
  while (page['@odata.nextLink'] !== undefined) {
    countBefore += page.value.length;
    page = (await (await ask(page['@odata.nextLink'])).json()) as Page;
  }
  const request = { url: new URL(`${demo.usersUrl}?$top=999`) };
  expect(moreRows({ request, document: page, headers: [], rowsSelector: '$.value[*]', countBefore })).toBeUndefined();
});

describe('all users', () => {
  it('gives 50,000 different people over 51 pages, about one name in seven not plain ASCII', async () => {
    const { rows, pages } = await readAll(`${demo.usersUrl}?$top=999`);
    expect(pages).toBe(51);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(50_000);
    expect(new Set(rows.map(({ userPrincipalName }) => userPrincipalName)).size).toBe(50_000);
    const share = rows.filter(({ displayName }) => /[^ -~]/.test(String(displayName))).length / rows.length;
    expect(share).toBeGreaterThan(0.12);
    expect(share).toBeLessThan(0.17);
  });

  it('gives the same people on every start', async () => {
    const { value } = await read('?$top=2');
    const first = { id: '9e29a100-eb37-4484-ab15-593cb7000000', displayName: 'Paula Garcia', mail: null };
    expect(value[0]).toMatchObject({ ...first, givenName: 'Paula', employeeId: '0000001', manager: null });
    expect(value[1]).toMatchObject({ employeeId: '0000002', manager: first });
  });
});

describe('query options', () => {
  it('pages by 100 unless told otherwise, with an absolute link that keeps the options', async () => {
    const page = await read('?$select=displayName,mail');
    expect(page.value).toHaveLength(100);
    expect(Object.keys(page.value[0] ?? {})).toEqual(['displayName', 'mail']);
    expect(page['@odata.nextLink']).toMatch(`${demo.usersUrl}?$select=displayName%2Cmail&$skiptoken=`);
    expect(page['@odata.context']).toBe(`${demo.origin}/v1.0/$metadata#users(displayName,mail)`);
  });

  it('filters, with texts compared without regard to case', async () => {
    const { rows } = await readAll(
      `${demo.usersUrl}?$top=999&$filter=${encodeURIComponent("department eq 'SALES' and (startswith(displayName,'An') or accountEnabled eq false)")}`,
    );
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      expect(row['department']).toBe('Sales');
      expect(row['accountEnabled'] === false || String(row['displayName']).startsWith('An')).toBe(true);
    }
  });

  it('finds what has no value', async () => {
    const { value } = await read('?$top=5&$filter=mail eq null');
    expect(value.map(({ mail }) => mail)).toEqual([null, null, null, null, null]);
  });

  it('sorts by one field', async () => {
    const { value } = await read('?$orderby=employeeId desc&$top=2');
    expect(value.map(({ employeeId }) => employeeId)).toEqual(['0050000', '0049999']);
  });

  it('counts on the first page only', async () => {
    const page = await read('?$count=true&$top=2');
    expect(page['@odata.count']).toBe(50_000);
    const next = (await (await ask(page['@odata.nextLink'] ?? '')).json()) as Page;
    expect(next).not.toHaveProperty('@odata.count');
    expect(await (await ask(`${demo.usersUrl}/$count`)).text()).toBe('50000');
  });

  it.each([
    ['$top=0', 'page size'],
    ['$top=1000', 'page size'],
    ['$skip=10', "'$skip' is not supported"],
    ['$skiptoken=zzz', 'page token'],
    ['$filter=displayName', 'is incomplete'],
    ["$filter=displayName eq 'a' nor", "cannot be read at 'nor'"],
    ['$filter=displayName like 5', "no comparison after 'displayName'"],
    ['$orderby=shoeSize', "no field 'shoeSize'"],
    ['$orderby=mail,city', 'not supported'],
  ])('refuses %s', async (query, message) => {
    const response = await ask(`${demo.usersUrl}?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining(message) } });
  });

  it('finds one user by id or principal name, and one group', async () => {
    const { value } = await read('?$top=1');
    expect(await (await ask(`${demo.usersUrl}/${String(value[0]?.['id'])}`)).json()).toMatchObject(value[0] ?? {});
    const name = String(value[0]?.['userPrincipalName']);
    expect(await (await ask(`${demo.usersUrl}/${name}`)).json()).toMatchObject(value[0] ?? {});
    expect((await ask(`${demo.usersUrl}/nobody`)).status).toBe(404);
    expect((await readAll(demo.groupsUrl)).rows).toHaveLength(42);
  });
});

describe('who may read', () => {
  it('answers 401 with WWW-Authenticate without a token and with a made-up one', async () => {
    const bare = await fetch(demo.usersUrl);
    expect(bare.status).toBe(401);
    expect(bare.headers.get('www-authenticate')).toMatch(/^Bearer realm="", authorization_uri="http/);
    expect(await bare.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
    expect((await ask(demo.usersUrl, 'made-up')).status).toBe(401);
  });

  it('does not take a refresh token for an access token', async () => {
    const { refresh_token: refreshToken } = await connect(demo);
    expect((await ask(demo.usersUrl, refreshToken)).status).toBe(401);
  });

  it('answers 403 when the scope was not granted', async () => {
    const { access_token: narrow } = await connect(demo, { scope: 'User.Read offline_access' });
    const response = await ask(demo.usersUrl, narrow);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: 'Authorization_RequestDenied' } });
  });
});

describe('what is the own of whoever signs in', () => {
  const titlesOf = async (account: string) => {
    const { access_token: own } = await connect(demo, { account, scope: demo.ticketsScopes });
    const { value } = (await (await ask(`${demo.ticketsUrl}?$select=title`, own)).json()) as Page;
    return value.map(({ title }) => title);
  };

  it('differs for each account at the same address', async () => {
    const lists = await Promise.all(['Ada Lindqvist', 'Mei Tanaka', 'Luís Ferreira'].map(titlesOf));
    expect(lists.map((list) => list.length)).toEqual([5, 5, 5]);
    expect(new Set(lists.flat()).size).toBe(15);
  });

  it('says who it is, and is nothing for a token that is of nobody', async () => {
    expect(await (await ask(`${demo.origin}/v1.0/me`)).json()).toMatchObject({
      mail: 'ada.lindqvist@meridian.example',
    });
    expect((await ask(demo.ticketsUrl)).status).toBe(403);
    expect((await ask(`${demo.origin}/v1.0/me/secrets`)).status).toBe(404);
    const { body } = await postToken(demo, {
      grant_type: 'client_credentials',
      scope: '.default',
      client_id: demo.serviceClientId,
      client_secret: demo.serviceClientSecret,
    });
    expect((await ask(demo.ticketsUrl, String(body['access_token']))).status).toBe(400);
  });
});

describe('what a test can order', () => {
  afterEach(() => demo.control.setFaults([]));

  it('answers 429 with Retry-After as often as told, then goes on', async () => {
    await demo.control.setFaults([
      { on: 'api', times: 1, what: { kind: 'status', status: 429, retryAfterSeconds: 7 } },
    ]);
    const refused = await ask(demo.usersUrl);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await ask(demo.usersUrl)).status).toBe(200);
  });

  it('loses the answer of a token request that was carried out', async () => {
    await demo.control.resetStats();
    await demo.control.setFaults([{ on: 'token', times: 1, what: { kind: 'lose-answer' } }]);
    await expect(connect(demo)).rejects.toThrow('fetch failed');
    expect(await demo.control.stats()).toMatchObject({ codeExchanges: 1 });
  });

  it('changes how many users there are', async () => {
    await demo.control.setUserCount(120);
    expect(await readAll(demo.usersUrl)).toMatchObject({ pages: 2, rows: { length: 120 } });
    await demo.control.setUserCount(50_000);
  });
});
