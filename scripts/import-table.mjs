const alone = [
  'src/selectors',
  'src/expressions',
  'src/formats',
  'src/placeholders',
  'src/oauth',
  'src/visuals',
  'src/presets',
  'src/lint',
];
const pure = [...alone, 'src/connectors'];
const records = ['src/data-sources', 'src/grants'];
const words = 'src/*';

/**
 * Which area may import which: the first name that fits a file is its area (`src/*` means the files lying directly in
 * `src`), and beside its own files it imports only from the areas listed. `types` lists areas whose types alone may be
 * imported, with `import type`. A file that fits no area is refused, so a new folder takes its place here.
 */
export const areas = [
  { name: 'src/index.ts', from: ['src/resolvers'] },
  { name: 'src/contract', from: [], types: [words] },
  { name: words, from: [] },
  ...alone.map((name) => ({ name, from: [words], types: ['src/contract'] })),
  { name: 'src/connectors', from: [words, 'src/selectors', 'src/placeholders'], types: ['src/contract'] },
  { name: 'src/data-sources', from: [words, ...pure], types: ['src/contract'] },
  { name: 'src/grants', from: [words, ...pure, 'src/data-sources'], types: ['src/contract'] },
  { name: 'src/panel', from: [words, ...pure, ...records], types: ['src/contract'] },
  { name: 'src/platform', from: [words], types: ['src/contract'] },
  {
    name: 'src/resolvers',
    from: [words, ...pure, ...records, 'src/panel', 'src/platform'],
    types: ['src/contract'],
  },
  { name: 'src/frontend', from: [], types: ['src/contract'] },
  { name: 'static/shared', from: [], types: ['src/contract'] },
  { name: 'static/visuals', from: ['static/shared'], types: ['src/contract'] },
  { name: 'static/admin', from: ['static/shared', 'static/visuals'], types: ['src/contract'] },
  { name: 'static/macro', from: ['static/shared', 'static/visuals'], types: ['src/contract'] },
  { name: 'local', from: [] },
  { name: 'test', from: ['src', 'static', 'local'] },
  { name: 'bench', from: ['src', 'local', 'test'] },
];

/** Where a package may be imported, by the first name that fits it; a package not named here may be imported anywhere. */
export const packages = [
  { name: '@forge/bridge', in: ['static/shared', 'src/frontend', 'test'] },
  { name: '@forge/react', in: ['src/frontend', 'test'] },
  { name: '@forge/csp', in: ['local', 'test'] },
  { name: '@forge/egress', in: ['local', 'static/shared', 'static/admin', 'test'] },
  { name: '@forge/manifest', in: ['local', 'test'] },
  { name: '@forge', in: ['src/platform', 'src/resolvers/define.ts', 'test', 'bench'] },
  { name: '@atlaskit', in: ['static/admin', 'local/page', 'local/ui-kit', 'test'] },
  { name: 'react', in: ['static', 'src/frontend', 'local/page', 'local/ui-kit', 'test'] },
  { name: 'react-dom', in: ['static', 'local/page', 'local/ui-kit', 'test'] },
  { name: 'preact', in: ['static/macro', 'test'] },
  { name: 'chart.js', in: ['static/visuals/chart'] },
];
