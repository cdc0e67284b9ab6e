import { readConfigPayload } from '../../../../local/bridge/config-payload';

const WRAPPER = 'view.submit(): Invalid "config" provided. Expected object';

describe('the configuration of a macro', () => {
  test.each([
    ['flat values', { panel: 'p1', rows: 25, live: true }],
    ['an array of one type', { columns: ['name', 'mail'] }],
    [
      'objects, also in an array',
      {
        inputs: [
          { name: 'a', value: 1 },
          { name: 'b', value: 2 },
        ],
      },
    ],
    ['nothing at all', {}],
  ])('takes %s', (_what, config) => {
    expect(readConfigPayload({ config })).toEqual(config);
  });

  test('leaves out fields that are undefined', () => {
    expect(readConfigPayload({ config: { panel: 'p1', title: undefined } })).toEqual({ panel: 'p1' });
  });

  test.each([undefined, null, 'text', { panel: 'p1' }, { config: null }, { config: 'text' }, { config: [] }])(
    'needs the config wrapper: %j',
    (payload) => {
      expect(() => readConfigPayload(payload)).toThrow(WRAPPER);
    },
  );

  test.each([
    [{ title: null }, 'INVALID_CONFIG: config.title is null'],
    [{ deep: { title: null } }, 'INVALID_CONFIG: config.deep.title is null'],
    [{ rows: [[1]] }, 'INVALID_CONFIG: config.rows contains an array inside an array'],
    [{ rows: [1, 'a'] }, 'INVALID_CONFIG: config.rows mixes items of type number and string'],
    [{ rows: [{ a: [null] }] }, 'INVALID_CONFIG: config.rows[0].a[0] is null'],
    [{ save: () => 1 }, 'INVALID_CONFIG: config.save is function'],
    [{ rows: NaN }, 'INVALID_CONFIG: config.rows is not a JSON number'],
    [{ big: 1n }, 'INVALID_CONFIG: config.big is bigint'],
  ])('refuses %p by the name of the field', (config, message) => {
    expect(() => readConfigPayload({ config })).toThrow(message);
  });
});
