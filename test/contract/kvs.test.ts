import { createClock } from '../../local/shared/clock';
import type { FixtureHost } from './fixture-host';
import { refusal, startFixture } from './fixture-host';

const hour = 3_600_000;
const clock = createClock();
let app: FixtureHost;
let storage: FixtureHost['storage'];

beforeAll(async () => {
  // Hours pass in some tests, so the minute's budget is refilled; what is tested here is not the budget.
  app = await startFixture({ clock });
  storage = app.storage;
});
afterAll(() => app.host.close());
beforeEach(() => clock.advance(60_000));

describe('keys and values, through the real @forge/kvs', () => {
  test('a value comes back as it was set, and is undefined once deleted', async () => {
    const value = { list: [1, 'two', null, { three: 3.5 }], text: 'ü€😀', no: false };
    const steps = [
      ['set', 'plain', value],
      ['get', 'plain'],
      ['delete', 'plain'],
      ['get', 'plain'],
      ['delete', 'plain'],
    ];
    expect(await storage(...steps)).toEqual([null, value, null, null, null]);
  });

  test.each([
    ['empty', '', 'EMPTY_KEY'],
    ['only spaces', '   ', 'INVALID_KEY'],
    ['with a slash', 'a/b', 'INVALID_KEY'],
    ['with an at sign', 'a@b', 'INVALID_KEY'],
    ['with a percent sign', 'a%20', 'INVALID_KEY'],
    ['with an umlaut', 'ä', 'INVALID_KEY'],
    ['of 501 characters', 'k'.repeat(501), 'KEY_TOO_LONG'],
  ])('a key %s is refused by every call', async (_name, key, code) => {
    const calls = [
      ['set', key, 1],
      ['get', key],
      ['delete', key],
      ['setSecret', key, 1],
      ['getSecret', key],
      ['deleteSecret', key],
    ];
    expect(await storage(...calls)).toEqual(calls.map(() => refusal(code)));
  });

  test('keys of 500 characters and of every allowed kind are taken', async () => {
    const keys = ['k'.repeat(500), 'a:b.c_d-e#f g', '557058:0a1b'];
    expect(await storage(...keys.map((key) => ['set', key, 1]))).toEqual([null, null, null]);
  });

  test('a value of 240 KiB is taken and one byte more is refused', async () => {
    const fits = 'x'.repeat(240 * 1024 - 2);
    expect(await storage(['set', 'big', fits])).toEqual([null]);
    expect(await storage(['set', 'big', `${fits}x`])).toEqual([refusal('MAX_SIZE')]);
    expect(await storage(['setSecret', 'big', `${fits}x`])).toEqual([refusal('MAX_SIZE')]);
  });

  test('a value nested 31 levels deep is taken and one of 32 is refused', async () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : { in: nested(depth - 1) });
    expect(await storage(['set', 'deep', nested(31)], ['set', 'deep', nested(32)])).toEqual([
      null,
      refusal('MAX_DEPTH'),
    ]);
  });

  test('a missing value is refused', async () => {
    expect(await storage(['set', 'nothing'])).toEqual([refusal('INVALID_VALUE')]);
  });
});

describe('options of set', () => {
  test('FAIL_IF_EXISTS takes a free key and answers 409 for a taken one, which keeps its value', async () => {
    const once = { keyPolicy: 'FAIL_IF_EXISTS' };
    const steps = [
      ['set', 'once', 1, once],
      ['set', 'once', 2, once],
      ['get', 'once'],
      ['setSecret', 'once', 1, once],
      ['setSecret', 'once', 2, once],
    ];
    expect(await storage(...steps)).toEqual([
      null,
      refusal('KEY_CONFLICT', 409),
      1,
      null,
      refusal('KEY_CONFLICT', 409),
    ]);
  });

  test('returnValue answers the earlier or the latest record, and only with OVERRIDE', async () => {
    const returning = (returnValue: string) => ({
      keyPolicy: 'OVERRIDE',
      returnValue,
      returnMetadataFields: ['CREATED_AT'],
    });
    const [none, , previous, latest] = await storage(
      ['set', 'r', 1, returning('PREVIOUS')],
      ['set', 'r', 2],
      ['set', 'r', 3, returning('PREVIOUS')],
      ['set', 'r', 4, returning('LATEST')],
    );
    expect(none).toBeNull();
    expect(previous).toEqual({ key: 'r', value: 2, createdAt: expect.any(Number) });
    expect(latest).toEqual({ key: 'r', value: 4, createdAt: expect.any(Number) });
    const wrong = { keyPolicy: 'FAIL_IF_EXISTS', returnValue: 'LATEST' };
    expect(await storage(['set', 'fresh', 1, wrong])).toEqual([refusal('INVALID_KEY_POLICY_RETURN_VALUE_COMBINATION')]);
  });

  test('an expired value stays readable with its expireTime for 48 hours, conflicts meanwhile, and is then gone', async () => {
    const ttl = { ttl: { value: 1, unit: 'HOURS' } };
    const read = ['get', 'brief', { metadataFields: ['EXPIRE_TIME', 'CREATED_AT', 'UPDATED_AT'] }];
    const expires = clock.now() + hour;
    const [, fresh] = (await storage(['set', 'brief', 'v', ttl], read)) as [
      null,
      { expireTime: string; createdAt: number },
    ];
    expect(Date.parse(fresh.expireTime) - expires).toBeLessThan(5_000);
    expect(fresh.createdAt).toBeGreaterThan(expires - hour - 5_000);
    clock.advance(48 * hour);
    const once = ['set', 'brief', 'w', { keyPolicy: 'FAIL_IF_EXISTS' }];
    expect(await storage(read, once)).toEqual([fresh, refusal('KEY_CONFLICT', 409)]);
    clock.advance(hour + 5_000);
    expect(await storage(['get', 'brief'], once, ['get', 'brief'])).toEqual([null, null, 'w']);
  });

  test.each([
    ['zero', { value: 0, unit: 'DAYS' }],
    ['more than a year', { value: 367, unit: 'DAYS' }],
  ])('a TTL of %s is refused', async (_name, ttl) => {
    expect(await storage(['set', 'ttl', 1, { ttl }])).toEqual([refusal('INVALID_TTL')]);
  });
});

describe('queries', () => {
  const where = { condition: 'BEGINS_WITH', values: ['page:'] };
  const key = (number: number) => `page:${String(number).padStart(3, '0')}`;

  beforeAll(async () => {
    for (let start = 0; start < 125; start += 25) {
      await storage(['batchSet', Array.from({ length: 25 }, (_, at) => ({ key: key(start + at), value: start + at }))]);
    }
  });

  test('pages hold 10 records unless told, at most 100, and follow each other by cursor', async () => {
    type Page = { results: { key: string; value: number }[]; nextCursor?: string };
    const [first] = (await storage(['query', { where }])) as [Page];
    expect(first.results.map((record) => record.key)).toEqual(Array.from({ length: 10 }, (_, at) => key(at)));
    const [hundred] = (await storage(['query', { where, limit: 100 }])) as [Page];
    const [rest] = (await storage(['query', { where, limit: 100, cursor: hundred.nextCursor }])) as [Page];
    expect([...hundred.results, ...rest.results].map(({ value }) => value)).toEqual(
      Array.from({ length: 125 }, (_, at) => at),
    );
    expect(rest.nextCursor).toBeUndefined();
    expect(await storage(['query', { where, limit: 101 }])).toEqual([refusal('COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE')]);
  });

  test('a cursor of another query is refused', async () => {
    const [{ nextCursor }] = (await storage(['query', { where }])) as [{ nextCursor: string }];
    const other = { condition: 'BEGINS_WITH', values: ['p'] };
    expect(await storage(['query', { where: other, cursor: nextCursor }])).toEqual([refusal('INVALID_CURSOR')]);
  });

  test('secrets are no result of a query and no value of their key in the open', async () => {
    const steps = [
      ['setSecret', 'hidden:1', 'pss'],
      ['getSecret', 'hidden:1'],
      ['get', 'hidden:1'],
    ];
    expect(await storage(...steps)).toEqual([null, 'pss', null]);
    const hidden = { condition: 'BEGINS_WITH', values: ['hidden:'] };
    expect(await storage(['query', { where: hidden }])).toEqual([{ results: [] }]);
    expect(app.host.secretKeys()).toContain('hidden:1');
    expect(JSON.stringify(app.host.records())).not.toContain('pss');
  });
});

describe('batches', () => {
  test('each item succeeds or fails on its own', async () => {
    const items = [
      { key: 'b:1', value: 1 },
      { key: 'b/2', value: 2 },
      { key: 'b:3', value: { name: 'Ann', age: 1 }, entityName: 'employee' },
      { key: 'b:4', value: { salary: 1 }, entityName: 'employee' },
    ];
    const [written] = (await storage(['batchSet', items])) as [
      { successfulKeys: unknown[]; failedKeys: { error: { code: string } }[] },
    ];
    expect(written.successfulKeys).toEqual([{ key: 'b:1' }, { key: 'b:3', entityName: 'employee' }]);
    expect(written.failedKeys.map(({ error }) => error.code)).toEqual(['INVALID_KEY', 'INVALID_ENTITY_VALUE']);
    const [read] = await storage([
      'batchGet',
      [{ key: 'b:1' }, { key: 'b:9' }, { key: 'b:3', entityName: 'employee' }],
    ]);
    expect(read).toMatchObject({
      successfulKeys: [
        { key: 'b:1', value: 1 },
        { key: 'b:3', value: { name: 'Ann' } },
      ],
      failedKeys: [{ key: 'b:9', error: { code: 'KEY_NOT_FOUND' } }],
    });
    await storage(['batchDelete', [{ key: 'b:1' }]]);
    expect(await storage(['get', 'b:1'])).toEqual([null]);
  });

  test('26 items and more than 4 MB are refused as a whole', async () => {
    const many = Array.from({ length: 26 }, (_, at) => ({ key: `many:${at}`, value: at }));
    expect(await storage(['batchSet', many], ['get', 'many:0'])).toEqual([refusal('INVALID_BATCH_REQUEST'), null]);
    const large = Array.from({ length: 20 }, (_, at) => ({ key: `large:${at}`, bytes: 230_000 }));
    expect(await app.call('large-batch', large)).toEqual(refusal('INVALID_BATCH_REQUEST'));
  });

  test('a key policy has no place in a batch', async () => {
    const items = [{ key: 'policy', value: 1, options: { keyPolicy: 'FAIL_IF_EXISTS' } }];
    expect(await storage(['batchSet', items])).toEqual([refusal('INVALID_REQUEST')]);
  });
});

describe('transactions', () => {
  const employee = (conditions?: object) => ({ entityName: 'employee', ...(conditions && { conditions }) });
  const ageIs = (age: number) => ({ and: [['age', { condition: 'EQUAL_TO', values: [age] }]] });

  test('all changes are made, or none when a condition does not hold', async () => {
    await storage(['entity.set', 'employee', 't:1', { name: 'Tom', age: 30 }], ['set', 't:old', 1]);
    const change = {
      set: [
        ['t:1', { name: 'Tom', age: 31 }, employee(ageIs(30))],
        ['t:new', 1],
      ],
      remove: [['t:old']],
    };
    const look = [
      ['entity.get', 'employee', 't:1'],
      ['get', 't:new'],
      ['get', 't:old'],
    ];
    expect(await storage(['transact', change], ...look)).toEqual([null, { name: 'Tom', age: 31 }, 1, null]);
    const again = {
      set: [
        ['t:1', { name: 'Tom', age: 32 }, employee(ageIs(30))],
        ['t:newer', 1],
      ],
    };
    const refused = refusal('CONDITIONAL_CHECK_FAILED', 409);
    expect(await storage(['transact', again], look[0]!, ['get', 't:newer'])).toEqual([
      refused,
      { name: 'Tom', age: 31 },
      null,
    ]);
  });

  test('a check changes nothing and still decides', async () => {
    await storage(['entity.set', 'employee', 't:2', { name: 'Tia', age: 40 }]);
    const guarded = (age: number) => [
      'transact',
      { set: [['t:guarded', age]], check: [['t:2', employee(ageIs(age))]] },
    ];
    const results = await storage(guarded(41), ['get', 't:guarded'], guarded(40), ['get', 't:guarded']);
    expect(results).toEqual([refusal('CONDITIONAL_CHECK_FAILED', 409), null, null, 40]);
  });

  test('an absent record has no attributes: NOT_EXISTS holds and EQUAL_TO does not', async () => {
    const absent = { and: [['age', { condition: 'NOT_EXISTS', values: [true] }]] };
    const make = (conditions: object) => ['transact', { set: [['t:absent', { age: 1 }, employee(conditions)]] }];
    const failed = refusal('CONDITIONAL_CHECK_FAILED', 409);
    expect(await storage(make(ageIs(1)), make(absent), make(absent))).toEqual([failed, null, failed]);
  });

  test.each([
    ['more than 25 operations', { set: Array.from({ length: 26 }, (_, at) => [`t:${at}`, 1]) }],
    ['a key named twice', { set: [['t:twice', 1]], remove: [['t:twice']] }],
  ])('%s are refused', async (_name, change) => {
    expect(await storage(['transact', change])).toEqual([refusal('INVALID_TRANSACTION_REQUEST')]);
  });

  test('a TTL is taken in the fourth argument of set', async () => {
    const change = { set: [['t:ttl', 1, null, { ttl: { value: 1, unit: 'MINUTES' } }]] };
    const [, read] = await storage(['transact', change], ['get', 't:ttl', { metadataFields: ['EXPIRE_TIME'] }]);
    expect(read).toMatchObject({ value: 1, expireTime: expect.any(String) });
  });
});

describe('custom entities', () => {
  const people = [
    ['p:1', { name: 'Ann', age: 30, team: 'red', active: true }],
    ['p:2', { name: 'Bob', age: 25, team: 'blue', active: true }],
    ['p:3', { name: 'Cid', age: 41, team: 'red', active: false }],
    ['p:4', { name: 'Dan', team: 'red' }],
    ['p:5', { name: 'Eve', age: 35, team: 'red', active: true }],
  ];
  const names = async (requested: object): Promise<string[]> => {
    const [page] = (await storage(['entity.query', 'employee', requested])) as [
      { results: { value: { name: string } }[] },
    ];
    return page.results.map(({ value }) => value.name);
  };

  beforeAll(async () => {
    const before = app.host.records().filter(({ entity }) => entity === 'employee');
    await storage(...before.map(({ key }) => ['entity.delete', 'employee', key]));
    await storage(...people.map(([key, value]) => ['entity.set', 'employee', key, value]));
  });

  test('only declared entities, declared attributes and their types are taken', async () => {
    const set = (value: unknown) => ['entity.set', 'employee', 'bad', value];
    const values = [{ salary: 1 }, { age: '30' }, { age: 1.5 }, { age: 2 ** 31 }, { active: 'yes' }, 'text', [1]];
    expect(await storage(...values.map(set))).toEqual(values.map(() => refusal('INVALID_ENTITY_VALUE')));
    expect(await storage(['entity.set', 'planet', 'x', {}])).toEqual([refusal('INVALID_ENTITY_NAME')]);
  });

  test('the index sorts, leaves out records without its attribute, and takes a range', async () => {
    expect(await names({ index: 'by-age' })).toEqual(['Bob', 'Ann', 'Eve', 'Cid']);
    expect(await names({ index: 'by-age', sort: 'DESC' })).toEqual(['Cid', 'Eve', 'Ann', 'Bob']);
    expect(await names({ index: 'by-age', where: { condition: 'BETWEEN', values: [26, 40] } })).toEqual(['Ann', 'Eve']);
    expect(await names({ index: 'name', where: { condition: 'BEGINS_WITH', values: ['D'] } })).toEqual(['Dan']);
    expect(await names({ index: 'by-key', where: { condition: 'GREATER_THAN', values: ['p:3'] } })).toEqual([
      'Dan',
      'Eve',
    ]);
  });

  test('a partition holds its own records only, and must be given where the index has one', async () => {
    expect(await names({ index: 'by-team-and-age', partition: ['red'] })).toEqual(['Ann', 'Eve', 'Cid']);
    const refused = [refusal('INVALID_INDEX')];
    expect(await storage(['entity.query', 'employee', { index: 'by-team-and-age' }])).toEqual(refused);
    expect(await storage(['entity.query', 'employee', { index: 'by-shoe-size' }])).toEqual(refused);
  });

  test('filters are joined by and, or by or', async () => {
    const active = ['active', { condition: 'EQUAL_TO', values: [true] }];
    const old = ['age', { condition: 'GREATER_THAN', values: [32] }];
    expect(await names({ index: 'by-age', filters: { and: [active, old] } })).toEqual(['Eve']);
    expect(await names({ index: 'by-age', filters: { or: [active, old] } })).toEqual(['Bob', 'Ann', 'Eve', 'Cid']);
    const undeclared = { and: [['salary', { condition: 'EXISTS', values: [true] }]] };
    expect(await storage(['entity.query', 'employee', { index: 'by-age', filters: undeclared }])).toEqual([
      refusal('INVALID_CONDITION'),
    ]);
  });

  test.each(['ASC', 'DESC'])(
    'pages in %s order follow each other, also when the last record read is deleted',
    async (sort) => {
      const requested = { index: 'by-key', sort, limit: 2 };
      const [first] = (await storage(['entity.query', 'employee', requested])) as [
        { results: { key: string; value: object }[]; nextCursor: string },
      ];
      const last = first.results[1]!;
      const next = ['entity.query', 'employee', { ...requested, cursor: first.nextCursor }];
      const [, second] = (await storage(['entity.delete', 'employee', last.key], next)) as [null, typeof first];
      await storage(['entity.set', 'employee', last.key, last.value]);
      expect(second.results.map(({ key }) => key)).toEqual(sort === 'ASC' ? ['p:3', 'p:4'] : ['p:3', 'p:2']);
    },
  );
});
