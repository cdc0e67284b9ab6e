const root = 'src/*';
const base = [root, 'src/shared'];
const alone = [
  'src/selectors',
  'src/expressions',
  'src/formats',
  'src/placeholders',
  'src/oauth',
  'src/schema',
  'src/visuals',
  'src/presets',
  'src/masking',
];
const pure = [...alone, 'src/requests'];
const records = ['src/authentication', 'src/data-sources', 'src/grants'];
const ownAccounts = 'src/own-accounts';
const panel = ['src/panel/shape', 'src/panel/read', 'src/panel/variables', 'src/panel/load', 'src/panel/export'];
const parts = [...base, ...pure, ...records];
const browser = ['src/shared', 'static/shared'];
const screen = [...browser, 'static/visuals'];
const admin = ['static/admin/form-model', 'static/admin/fields', 'static/admin/sections'];
const host = ['local/shared', 'local/build', 'local/runtime'];

/**
 * Which area may import which: the first name that fits a file is its area (`src/*` means the files lying directly in
 * `src`), and beside its own files it imports only from the areas listed, each of which stands above it here. A file that
 * fits no area is refused, so a new folder takes its place here. Code crosses the browser's border through `src/shared`
 * alone.
 */
export const areas = [
  { name: 'src/index.ts', from: ['src/resolvers'] },
  { name: 'src/shared', from: [] },
  { name: root, from: ['src/shared'] },
  ...alone.map((name) => ({ name, from: base })),
  { name: 'src/requests', from: [...base, 'src/selectors', 'src/placeholders'] },
  { name: 'src/authentication', from: [...base, ...pure] },
  { name: 'src/data-sources', from: [...base, ...pure, 'src/authentication'] },
  { name: 'src/grants', from: [...base, ...pure, 'src/authentication', 'src/data-sources'] },
  { name: ownAccounts, from: parts },
  { name: 'src/panel/shape', from: [...base, ...pure] },
  { name: 'src/panel/read', from: [...parts, 'src/panel/shape'] },
  { name: 'src/panel/variables', from: [...parts, 'src/panel/shape'] },
  {
    name: 'src/panel/load',
    from: [...parts, ownAccounts, 'src/panel/shape', 'src/panel/read', 'src/panel/variables'],
  },
  { name: 'src/panel/export', from: [...parts, 'src/panel/load'] },
  { name: 'src/editing', from: [...parts, ownAccounts, ...panel] },
  { name: 'src/upkeep', from: [...parts, ownAccounts, ...panel, 'src/editing'] },
  { name: 'src/platform', from: base },
  { name: 'src/resolvers', from: [...parts, ownAccounts, ...panel, 'src/editing', 'src/upkeep', 'src/platform'] },
  { name: 'src/frontend', from: ['src/shared'] },
  { name: 'static/shared', from: ['src/shared'] },
  { name: 'static/visuals', from: browser },
  { name: 'static/macro', from: screen },
  { name: 'static/connections', from: browser },
  { name: 'static/admin/styles', from: [] },
  { name: 'static/admin/form-model', from: ['src/shared'] },
  { name: 'static/admin/fields', from: [...browser, 'static/admin/form-model'] },
  { name: 'static/admin/sections', from: [...screen, 'static/admin/form-model', 'static/admin/fields'] },
  { name: 'static/admin/screens', from: [...screen, ...admin, 'static/admin/styles'] },
  { name: 'static/admin/app', from: ['static/admin/fields', 'static/admin/screens'] },
  { name: 'static/admin/*', from: ['static/shared', 'static/admin/styles', 'static/admin/app'] },
  { name: 'local/shared', from: [] },
  { name: 'local/storage', from: [] },
  { name: 'local/build', from: ['local/shared'] },
  { name: 'local/runtime', from: ['local/shared'] },
  { name: 'local/platform', from: [...host, 'local/storage'] },
  { name: 'local/http', from: [...host, 'local/platform'] },
  { name: 'local/host', from: [...host, 'local/platform', 'local/http'] },
  { name: 'local/bridge', from: ['local/shared'] },
  { name: 'local/ui-kit', from: [] },
  { name: 'local/page', from: ['local/shared', 'local/bridge', 'local/ui-kit'] },
  { name: 'local/demo', from: ['local/shared'] },
  { name: 'local/*', from: ['local/shared', 'local/host', 'local/demo'] },
  { name: 'test', from: ['src', 'static', 'local'] },
  { name: 'bench', from: ['src', 'local', 'test'] },
];

/** Where a package may be imported, by the first name that fits it; a package not named here may be imported anywhere. */
export const packages = [
  { name: '@forge/bridge', in: ['static/shared', 'src/frontend', 'test'] },
  { name: '@forge/react', in: ['src/frontend', 'test'] },
  { name: '@forge/csp', in: ['local', 'test'] },
  { name: '@forge/egress', in: ['local', 'static/shared', 'static/admin', 'test'] },
  { name: '@forge/i18n', in: ['local', 'test'] },
  { name: '@forge/manifest', in: ['local', 'test'] },
  { name: '@forge', in: ['src/platform', 'src/resolvers/define.ts', 'test', 'bench'] },
  { name: '@atlaskit', in: ['static/admin', 'local/page', 'local/ui-kit', 'test'] },
  { name: 'react', in: ['static', 'src/frontend', 'local/page', 'local/ui-kit', 'test'] },
  { name: 'react-dom', in: ['static', 'local/page', 'local/ui-kit', 'test'] },
  { name: 'preact', in: ['static/macro', 'test'] },
  { name: 'chart.js', in: ['static/visuals/chart'] },
];

/**
 * Files that import each other because the things they describe contain themselves. All other circles are refused, also
 * those of types: where two files need a type of each other, it gets a file below both.
 */
export const recursions = [
  {
    files: ['src/selectors/query', 'src/selectors/filter'],
    because: 'a path has filters, and a filter asks paths of its own (RFC 9535 section 2.3.5)',
  },
  {
    files: ['local/ui-kit/NodeView', 'local/ui-kit/component-registry', 'local/ui-kit/components'],
    because: 'components of UI Kit have components within',
  },
  {
    files: ['local/page/frame/ModuleView', 'local/page/dialogs'],
    because: 'a view of the app opens a dialog, in which a view of the app is shown',
  },
];
