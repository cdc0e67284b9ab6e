import type { LoadReply, LoadRequest, PanelSettings, PanelVariable } from '../../../../src/shared/contract';
import { variantsCount } from '../../../../src/shared/limits';
import { loadPanel, openForReader } from '../../../../src/panel/load/load-panel';
import { recentLoadsBySite } from '../../../../src/panel/load/recent-loads';
import { runSlowFetch } from '../../../../src/panel/load/flight/run-slow-fetch';
import { placeOfKeptRows } from '../../../../src/panel/load/flight/targets';
import { makeRoom } from '../../../../src/panel/load/flight/variants';
import type { OwnAccount, SlowFetch } from '../../../../src/ports';
import { addPanel, firstRows, flightWorld, load, minute, problem, view } from '../../../support/flights';
import { type PanelWorld, requestTo, usersUrl } from '../../../support/panels';
import { json } from '../../../support/memory-upstream';

const people = ['Ada', 'Rita', 'Eddie'].map((name, index) => ({
  displayName: name,
  team: index < 2 ? 'core' : 'edge',
  n: index,
}));
const responses = { [usersUrl]: () => json({ value: people }) };
const columns: PanelSettings['columns'] = [{ key: 'name', label: 'Name', selector: '$.displayName', type: 'text' }];

const text = (key: string, changes: Partial<PanelVariable> = {}): PanelVariable =>
  ({ key, label: key, required: false, defaultValue: '', type: 'text', ...changes }) as PanelVariable;

const byTeam: Partial<PanelSettings> = {
  columns,
  variables: [text('team', { defaultValue: 'core' })],
  filters: [{ selector: "$.value[?@.team == '{$.team}']", ignoreOnFail: true }],
};

const world = (panel: Partial<PanelSettings> = byTeam, more: Parameters<typeof flightWorld>[1] = {}) =>
  flightWorld(responses, { ...more, panel });

const namesOf = (reply: LoadReply) => (reply.state === 'view' && 'rows' in reply.view ? reply.view.rows.flat() : reply);

const names = async (at: PanelWorld, request: Partial<LoadRequest> = {}) => namesOf(await view(at, request));

const heads = ({ services }: PanelWorld) =>
  [...services.memory.open.keys()].filter((key) => key.startsWith('snapshot:')).length;

/** A reader of that name, as Confluence knows them. */
function readerOf({ panel, services }: PanelWorld, name: string) {
  const me: OwnAccount = { email: '', displayName: name, publicName: name, active: true };
  const own = { ...services, directory: { ...services.directory, me: () => Promise.resolve(me) } };
  return async (request: Partial<LoadRequest> = {}) =>
    namesOf(await loadPanel({ panelId: panel.id, window: firstRows, ...request }, { accountId: name }, own));
}

describe('a reader’s value', () => {
  it('decides which rows a reader gets, and travels with them', async () => {
    const at = await world();
    expect(await names(at)).toEqual(['Ada', 'Rita']);
    expect(await names(at, { values: { team: 'edge' } })).toEqual(['Eddie']);
    const reply = await view(at, { values: { team: 'edge' } });
    expect(reply.variables).toEqual([{ key: 'team', label: 'team', type: 'text', required: false, value: 'edge' }]);
  });

  it('is never spliced into a filter', async () => {
    const at = await world();
    expect(await names(at, { values: { team: "' || true || '" } })).toEqual([]);
    expect(await names(at, { values: { team: "core' || @.n >= 0 || @.x=='" } })).toEqual([]);
  });

  it('shares its rows with everybody who gives the same, and with nobody else', async () => {
    const at = await world();
    for (const team of ['core', 'edge', 'core', 'edge']) await names(at, { values: { team } });
    expect([at.upstream.requests.length, heads(at)]).toEqual([2, 2]);
  });

  it('of a variable that nothing uses makes no rows of its own', async () => {
    const at = await world({ ...byTeam, variables: [...(byTeam.variables ?? []), text('other')] });
    for (const other of ['a', 'b', 'c']) await names(at, { values: { other } });
    expect([at.upstream.requests.length, heads(at)]).toEqual([1, 1]);
  });

  it('that its variable cannot have is refused before anything is asked', async () => {
    const at = await world({ ...byTeam, variables: [text('team', { type: 'number' })] });
    expect(await problem(at, { values: { team: 'core' } })).toMatchObject({
      code: 'invalid-input',
      message: 'The value of team must be a number, such as 12.5.',
    });
    expect(at.upstream.requests).toEqual([]);
  });

  it('is asked for where it is required, with the variables to fill in', async () => {
    const at = await world({ ...byTeam, variables: [text('team', { required: true })] });
    expect(await load(at)).toMatchObject({
      state: 'input-needed',
      title: 'People',
      missing: ['team'],
      variables: [{}],
    });
    expect(await load(at, { values: { team: '' } })).toMatchObject({ state: 'input-needed' });
    expect(at.upstream.requests).toEqual([]);
    expect(namesOf(await load(at, { values: { team: 'edge' } }))).toEqual(['Eddie']);
  });

  it('stands in row steps and in a sentence, where its brackets name no column', async () => {
    const at = await world({
      columns,
      variables: [text('name')],
      filters: [{ selector: '$.value[*]' }],
      rowSteps: [
        { kind: 'where', match: 'all', conditions: [{ column: 'name', operator: 'equals', value: '{$.name}' }] },
      ],
    });
    expect(await names(at, { values: { name: 'Rita' } })).toEqual(['Rita']);
    expect(await names(at)).toHaveLength(3);
    const said = await world({ ...byTeam, visual: { type: 'text', text: '[Name] is in {$.team}.' } });
    expect(await load(said, { values: { team: '[Name] [' } })).toMatchObject({
      view: { parts: [{ column: { key: 'name' } }, { text: ' is in [Name] [.' }] },
    });
  });
});

describe('the reader and the page', () => {
  const mine: Partial<PanelSettings> = {
    columns,
    filters: [{ selector: "$.value[?@.displayName == '{$.user.displayName}']", ignoreOnFail: true }],
  };

  it('decide which rows each reader gets, and no one gets another’s', async () => {
    const at = await world(mine);
    const [ada, rita] = [readerOf(at, 'Ada'), readerOf(at, 'Rita')];
    for (let turn = 0; turn < 3; turn += 1) expect([await ada(), await rita()]).toEqual([['Ada'], ['Rita']]);
    expect([at.upstream.requests.length, heads(at)]).toEqual([2, 2]);
  });

  it('are told apart in a crowd too', async () => {
    const services = { recentLoads: recentLoadsBySite()('site') };
    const at = await flightWorld(responses, { panel: mine, services });
    const [ada, rita] = [readerOf(at, 'Ada'), readerOf(at, 'Rita')];
    for (let turn = 0; turn < 20; turn += 1) expect([await ada(), await rita()]).toEqual([['Ada'], ['Rita']]);
  });

  it('are never taken from the call', async () => {
    const at = await world(mine);
    for (const key of ['user.displayName', '$.user.displayName', 'user']) {
      expect(await problem(at, { values: { [key]: 'Ada' } })).toMatchObject({ code: 'invalid-input' });
    }
  });

  it('are asked of Confluence only where they are used', async () => {
    const requested: string[] = [];
    const at = await world();
    at.services.directory.me = () => Promise.resolve(void requested.push('me'));
    at.services.content.readable = () => Promise.resolve(void requested.push('page'));
    await view(at);
    expect(requested).toEqual([]);
  });
});

describe('the moment', () => {
  it('is part of what is asked, and of no name under which rows are kept', async () => {
    const requested: string[] = [];
    const at = await flightWorld(
      {},
      {
        settings: { request: requestTo(`${usersUrl}?since={since}`), variables: [{ name: 'since', defaultValue: '' }] },
        panel: { ...byTeam, variableValues: { since: '{$.now}' } },
        services: {
          fetch: (url) => {
            requested.push(url.searchParams.get('since') ?? '');
            return Promise.resolve(json({ value: people }));
          },
        },
      },
    );
    await view(at);
    at.services.advance(6 * minute);
    expect((await view(at)).askAgainMs).toBe(0);
    await view(at, { refetch: true });
    expect(requested).toEqual(['2030-01-01T12:00:00.000Z', '2030-01-01T12:05:00.000Z']);
    expect(heads(at)).toBe(1);
  });
});

describe('variables of the data source', () => {
  const settings = {
    request: requestTo(`${usersUrl}?amount={amount}`),
    variables: [{ name: 'amount', defaultValue: '5' }],
  };
  const asks = async (panel: Partial<PanelSettings>, values?: Record<string, string>) => {
    const requested: string[] = [];
    const services: Parameters<typeof flightWorld>[1] = {
      services: {
        fetch: (url) => {
          requested.push(url.search + url.pathname);
          return Promise.resolve(json({ value: people }));
        },
      },
    };
    const at = await flightWorld({}, { settings, panel: { columns, ...panel }, ...services });
    await view(at, { values });
    return requested.map((each) => each.replace('/v1.0/users', ''));
  };

  it.each<[string, Partial<PanelSettings>, Record<string, string> | undefined, string]>([
    ['their default', {}, undefined, '?amount=5'],
    [
      'what an entry says',
      { variables: [text('size')], variableValues: { amount: '{$.size}' } },
      { size: '9' },
      '?amount=9',
    ],
    [
      'the default for an empty entry',
      { variables: [text('size')], variableValues: { amount: '{$.size}' } },
      {},
      '?amount=5',
    ],
    ['the panel’s variable of their name', { variables: [text('amount')] }, { amount: '8' }, '?amount=8'],
    [
      'an entry before a name',
      { variables: [text('amount')], variableValues: { amount: '1{$.amount}' } },
      { amount: '8' },
      '?amount=18',
    ],
    ['values as one value', { variables: [text('amount')] }, { amount: '8&x=1#' }, '?amount=8%26x%3D1%23'],
    ['nothing for names that are gone', { variableValues: { gone: 'x' } }, undefined, '?amount=5'],
  ])('get %s', async (_what, panel, values, requested) => {
    expect(await asks(panel, values)).toEqual([requested]);
  });

  it('are told apart from the path and the parameters that a panel adds', async () => {
    const request = {
      path: '/{$.dept}/members',
      parameters: [
        { name: 'q', value: '{$.q || $.dept}' },
        { name: 'amount', value: '3' },
      ],
    };
    const panel = { request, variables: [text('dept'), text('q')] };
    expect(await asks(panel, { dept: 'a b' })).toEqual(['?q=a%20b&amount=3/a%20b/members']);
    await expect(asks(panel, { dept: '../admin' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(asks(panel, { dept: '' })).rejects.toThrow(
      'The value of dept is empty, which would change the address.',
    );
  });
});

test('a panel’s own path has rows and requests of its own, each value one', async () => {
  const requested: string[] = [];
  const at = await flightWorld(
    {},
    {
      panel: { columns, variables: [text('dept')], request: { path: '/{$.dept}', parameters: [] } },
      services: {
        fetch: (url) => {
          requested.push(url.pathname);
          return Promise.resolve(json({ value: [{ displayName: url.pathname }] }));
        },
      },
    },
  );
  const rows = async (dept: string) => names(at, { values: { dept } });
  expect([await rows('a'), await rows('b'), await rows('a')]).toEqual([
    ['/v1.0/users/a'],
    ['/v1.0/users/b'],
    ['/v1.0/users/a'],
  ]);
  expect(requested).toHaveLength(2);
});

test('what one reader asks for is no answer for other panels on the same data source', async () => {
  const at = await flightWorld(
    {},
    {
      settings: {
        request: requestTo(`${usersUrl}?amount={amount}`),
        variables: [{ name: 'amount', defaultValue: '5' }],
      },
      panel: { columns, variables: [text('amount')] },
      services: { fetch: (url) => Promise.resolve(json({ value: [{ displayName: url.search }] })) },
    },
  );
  const other = await addPanel(at, { columns });
  expect(await names(at, { values: { amount: '8' } })).toEqual(['?amount=8']);
  expect(namesOf(await load(at, {}, other))).toEqual(['?amount=5']);
  expect(await names(at)).toEqual(['?amount=5']);
});

describe('rows for values that readers give', () => {
  it('are kept up to a number, read but not kept beyond it, and the usual rows are always kept', async () => {
    const at = await world(byTeam, { settings: { limits: { ...unlimited } } });
    for (let index = 0; index < variantsCount; index += 1) await names(at, { values: { team: `t${index}` } });
    expect(heads(at)).toBe(variantsCount);
    expect(await names(at, { values: { team: 'edge' } })).toEqual(['Eddie']);
    expect(heads(at)).toBe(variantsCount);
    const before = at.upstream.requests.length;
    expect(await names(at, { values: { team: 'edge' } })).toEqual(['Eddie']);
    expect(at.upstream.requests.length).toBe(before + 1);
    expect(await names(at)).toEqual(['Ada', 'Rita']);
    expect(heads(at)).toBe(variantsCount + 1);
  });

  it('give way when they are an hour old', async () => {
    const at = await world(byTeam, { settings: { limits: { ...unlimited } } });
    for (let index = 0; index < variantsCount; index += 1) {
      await names(at, { values: { team: `t${index}` } });
      at.services.advance(minute);
    }
    at.services.advance(15 * minute);
    await names(at, { values: { team: 'edge' } });
    expect(heads(at)).toBe(variantsCount);
    const before = at.upstream.requests.length;
    await names(at, { values: { team: 'edge' } });
    expect(at.upstream.requests.length).toBe(before);
  });

  it('stay as many when the panel is changed', async () => {
    const at = await world(byTeam, { settings: { limits: { ...unlimited } } });
    for (let index = 0; index < variantsCount; index += 1) await names(at, { values: { team: `t${index}` } });
    const { panel, services } = at;
    const filters = [...panel.settings.filters, { selector: '$[*]' }];
    const changed = { ...panel, settings: { ...panel.settings, filters }, rev: panel.rev + 1, by: 'somebody' };
    await services.panels.replace(panel.id, panel.rev, changed);
    await names(at, { values: { team: 'edge' } });
    await names(at, { values: { team: 't1' }, refetch: true });
    expect(heads(at)).toBe(variantsCount);
  });

  it('begin anew when an admin authenticates again', async () => {
    const at = await world(byTeam, { settings: { limits: { ...unlimited } } });
    for (let index = 0; index < variantsCount; index += 1) await names(at, { values: { team: `t${index}` } });
    const open = await openForReader({ panelId: at.panel.id, values: { team: 'edge' } }, {}, at.services);
    const before = { ...open, head: undefined };
    expect(await makeRoom(before, false, at.services)).toBe(false);
    const place = placeOfKeptRows(open.panel, open.bound, { ...open.access, epoch: open.access.epoch + 1 });
    expect(await makeRoom({ ...before, place }, false, at.services)).toBe(true);
  });
});

const unlimited = { pages: 90, rows: 200_000, megabytes: 32, seconds: 20, requestsPerMinute: 100_000 };

test('what is read in the background is read with the reader’s values', async () => {
  const jobs: SlowFetch[] = [];
  const at = await flightWorld(responses, {
    panel: byTeam,
    services: { pushSlowFetch: (job) => Promise.resolve(jobs.push(job) > 0) },
  });
  const request = { panelId: at.panel.id, window: firstRows, values: { team: 'edge' } };
  await loadPanel(request, {}, at.services);
  const [flight] = [...at.services.memory.records('flight').values()] as { id: string; rev: number }[];
  await at.services.flights.replace(flight!.id, flight!.rev, {
    ...flight!,
    rev: flight!.rev + 1,
    by: 'x',
    firstMs: 16_000,
  } as never);
  at.services.advance(120 * minute);
  expect(await loadPanel(request, {}, at.services)).toMatchObject({ askAgainMs: expect.any(Number) as number });
  const [job] = jobs;
  expect(job?.values).toEqual({ team: 'edge' });
  expect(await runSlowFetch(job!, at.services)).toBe('done');
  expect(await names(at, { values: { team: 'edge' } })).toEqual(['Eddie']);
  expect(heads(at)).toBe(1);
});

describe('hidden columns', () => {
  const two: Partial<PanelSettings> = {
    columns: [
      ...columns,
      { key: 'team', label: 'Team', selector: '$.team', type: 'text' },
      { key: 'n', label: 'N', selector: '$.n', type: 'number', hidden: true },
    ],
    visual: { type: 'table', rowsPerPage: 10, sorts: [{ column: 'n', direction: 'descending' }] },
  };

  it('do not leave the function, but may decide the order', async () => {
    const at = await world(two);
    const shown = JSON.stringify((await view(at, { hiddenColumns: ['team'] })).view);
    expect(JSON.parse(shown)).toMatchObject({ columns: [{ key: 'name' }], rows: [['Eddie'], ['Rita'], ['Ada']] });
    expect(shown).not.toMatch(/core|edge/);
  });

  it('are no value for a sentence either', async () => {
    const at = await world(two);
    expect(await load(at, { inline: { column: 'name' } })).toMatchObject({ view: { parts: [{ value: 'Ada' }] } });
    expect(await problem(at, { inline: { column: 'n' } })).toMatchObject({ code: 'visual-unsuited' });
  });
});
