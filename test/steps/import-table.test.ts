import { refusedImports } from '../support/import-rules';

const refused: [string, string, string, string][] = [
  [
    'a shared rule that knows a layer',
    'src/shared/problem.ts',
    "import { a } from '../oauth/client';",
    'src/oauth/client',
  ],
  [
    'a pure step that reaches the platform',
    'src/oauth/client.ts',
    "import { a } from '../platform/fetch';",
    'src/platform/fetch',
  ],
  [
    'a pure step that knows its sibling',
    'src/visuals/table.ts',
    "import { a } from '../selectors/query';",
    'src/selectors/query',
  ],
  [
    'a data source that knows grants',
    'src/data-sources/data-source-store.ts',
    "import { a } from '../grants/grant';",
    'src/grants/grant',
  ],
  [
    'a panel that reaches the platform',
    'src/panel/read/fetch.ts',
    "import { a } from '../../platform/fetch';",
    'src/platform/fetch',
  ],
  [
    'a step of shaping that knows the reading',
    'src/panel/shape/shape.ts',
    "import { a } from '../read/read-frame';",
    'src/panel/read/read-frame',
  ],
  [
    'the reader’s path that knows editing',
    'src/panel/load/load-panel.ts',
    "import { a } from '../../editing/save-panel';",
    'src/editing/save-panel',
  ],
  [
    'the platform that knows a panel',
    'src/platform/log.ts',
    "import { a } from '../panel/load/panel';",
    'src/panel/load/panel',
  ],
  ['the index past the resolvers', 'src/index.ts', "export { a } from './panel/load/panel';", 'src/panel/load/panel'],
  ['a screen with backend code', 'static/macro/Macro.tsx', "import { a } from '../../src/ids';", 'src/ids'],
  ['a screen with backend types', 'static/macro/Macro.tsx', "import type { A } from '../../src/ports';", 'src/ports'],
  [
    'a visual that knows a page',
    'static/visuals/view-components.tsx',
    "import { a } from '../macro/Macro';",
    'static/macro/Macro',
  ],
  ['a lazy import', 'static/macro/Macro.tsx', "const page = import('../admin/app/App');", 'static/admin/app/App'],
  ['a type written as an import', 'static/macro/Macro.tsx', "let a: import('../../src/ports').Now;", 'src/ports'],
  ['a require', 'static/macro/Macro.tsx', "const a = require('../../src/ids');", 'src/ids'],
  [
    'a form’s values that know their fields',
    'static/admin/form-model/panel/panel-values.ts',
    "import type { Choice } from '../../fields/SelectInput';",
    'static/admin/fields/SelectInput',
  ],
  [
    'a field that knows a section',
    'static/admin/fields/Notice.tsx',
    "import { a } from '../sections/hosts/approval';",
    'static/admin/sections/hosts/approval',
  ],
  [
    'a section that knows a screen',
    'static/admin/sections/lint/FindingList.tsx',
    "import type { Route } from '../../screens/route';",
    'static/admin/screens/route',
  ],
  [
    'the host’s page that reaches its database',
    'local/page/App.tsx',
    "import { a } from '../storage/database';",
    'local/storage/database',
  ],
  [
    'the platform that knows its HTTP door',
    'local/platform/site.ts',
    "import { a } from '../http/server';",
    'local/http/server',
  ],
  ['the host that knows the app', 'local/host/host.ts', "import { a } from '../../src/index';", 'src/index'],
  [
    'anything that imports tests',
    'local/host/host.ts',
    "import { a } from '../../test/support/memory';",
    'test/support/memory',
  ],
  ['the platform package in a step', 'src/panel/read/fetch.ts', "import { fetch } from '@forge/api';", '@forge/api'],
  ['the platform package in a call', 'src/resolvers/admin.ts', "import api from '@forge/api';", '@forge/api'],
  ['a type of the platform package', 'src/grants/store.ts', "import type { A } from '@forge/kvs';", '@forge/kvs'],
  ['the bridge outside shared', 'static/admin/app/App.tsx', "import { invoke } from '@forge/bridge';", '@forge/bridge'],
  ['React in the functions', 'src/visuals/table.ts', "import { useState } from 'react';", 'react'],
  [
    'Preact in the admin screens',
    'static/admin/app/App.tsx',
    "import { render } from 'preact/compat';",
    'preact/compat',
  ],
  [
    'Atlaskit in the macro',
    'static/macro/Macro.tsx',
    "import Button from '@atlaskit/button/new';",
    '@atlaskit/button/new',
  ],
];

const allowed: [string, string, string][] = [
  ['shared rules of each other', 'src/shared/view.ts', "import type { Frame } from './frame';"],
  ['a grant of its data source', 'src/grants/grant.ts', "import { a } from '../data-sources/data-source';"],
  [
    'a resolver of panel and platform',
    'src/resolvers/macro.ts',
    "import { a } from '../panel/load/panel';\nimport { b } from '../platform/fetch';",
  ],
  ['shared rules in a screen', 'static/macro/Macro.tsx', "import { a } from '../../src/shared/limits';"],
  [
    'a section of another',
    'static/admin/sections/visual/TableFields.tsx',
    "import { a } from '../steps/SortOrders';\nimport { b } from '../../fields/Notice';",
  ],
  ['the wrapper of the platform package', 'src/resolvers/define.ts', "import Resolver from '@forge/resolver';"],
  ['shared of the bridge', 'static/shared/call.ts', "import { invoke } from '@forge/bridge';"],
  [
    'a test of anything',
    'test/steps/a.test.ts',
    "import { a } from '../../src/oauth/client';\nimport { b } from '../../local/host/host';",
  ],
  ['a package of no one', 'src/oauth/client.ts', "import * as oauth from 'oauth4webapi';"],
];

it.each(refused)('refuses %s', (_, path, source, target) => {
  expect(refusedImports(path, source)).toEqual([expect.stringContaining(`${path}:1 imports ${target}`)]);
});

it.each(allowed)('allows %s', (_, path, source) => {
  expect(refusedImports(path, source)).toEqual([]);
});

it('refuses a folder that has no place in the table', () => {
  expect(refusedImports('src/helpers/dates.ts', '')).toEqual([
    'src/helpers/dates.ts lies in no area of scripts/import-table.mjs.',
  ]);
});

it('names the line of the import and what the area may import', () => {
  const source = "import a from 'yaml';\n\nimport b from '../grants/grant';\n";
  expect(refusedImports('src/data-sources/data-source-store.ts', source)).toEqual([
    expect.stringMatching(
      /^src\/data-sources\/data-source-store\.ts:3 imports src\/grants\/grant; .+ may import from src\/\*, .+\.$/,
    ),
  ]);
});
