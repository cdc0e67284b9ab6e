import { demoProvider } from '../../../local/demo/provider';
import { presets } from '../../../src/presets/preset-registry';
import { offeredPresets } from '../../../src/resolvers/own-providers';

const own = {
  key: 'stock',
  title: 'Stock',
  group: 'business',
  authentication: { type: 'bearer' },
  request: { method: 'GET', url: 'https://stock.example.com/items', parameters: [] },
  pagination: { style: 'none' },
  documentationUrl: 'https://stock.example.com/docs',
};

const offered = (value: unknown) => {
  const logged: unknown[] = [];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { presets: offeredPresets(text, (event, facts) => void logged.push([event, facts])), logged };
};

test('providers of the deployer come before those of the app, with what they leave out filled in', () => {
  const [first, ...others] = offered([own]).presets;
  expect(first).toMatchObject({
    key: 'stock',
    inputs: [],
    hints: [],
    request: { headers: [], body: { kind: 'none' } },
  });
  expect(others).toEqual(presets);
});

test('without any the providers are those of the app', () => {
  expect(offered('')).toEqual({ presets, logged: [] });
});

test('one of its own takes the place of another with its key', () => {
  const { presets: all } = offered([{ ...own, key: presets[0]?.key }]);
  expect(all).toHaveLength(presets.length);
  expect(all[0]?.title).toBe('Stock');
});

test('the demo is a provider with panels that are ready', () => {
  const at = (path: string) => `http://localhost:4002${path}`;
  const demo = demoProvider({
    origin: at(''),
    authorizeUrl: at('/authorize'),
    tokenUrl: at('/token'),
    revokeUrl: at('/revoke'),
    scopes: 'User.Read.All',
  });
  const { presets: all, logged } = offered([demo]);
  expect(logged).toEqual([]);
  expect(all[0]).toMatchObject({ ...demo, panels: [{ key: 'people' }, { key: 'groups', scopes: 'Group.Read.All' }] });
});

test.each<[string, unknown]>([
  ['no list', own],
  ['a list of others than providers', [own, { key: 'x' }]],
  ['no JSON', '[{'],
  ['a provider with a way to sign in that it cannot have', [{ ...own, authentication: { type: 'api-key' } }]],
  ['more than are offered', Array.from({ length: 51 }, (_, at) => ({ ...own, key: `own-${at}` }))],
])('%s adds no provider, and says so in the log', (_, value) => {
  const { presets: all, logged } = offered(value);
  expect(all).toEqual(presets);
  expect(logged).toHaveLength(1);
});
