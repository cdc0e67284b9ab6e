import type { ReadyPanel } from '../../../../../../src/shared/contract';
import {
  missingScopes,
  readyPreview,
  readySettings,
} from '../../../../../../static/admin/form-model/start/ready-settings';

const panel: ReadyPanel = {
  key: 'groups',
  name: 'Groups',
  description: 'All groups.',
  variableValues: { list: 'groups' },
  filters: [{ selector: '$.value[*]' }],
  columns: [
    { label: 'Name', selector: '$.name', type: 'text' },
    { label: 'Mail', selector: '$.mail', type: 'email' },
  ],
  scopes: 'Group.Read.All Group.More',
};

test('a ready panel is a table on the data source, with keys for its columns', () => {
  expect(readySettings(panel, 'source')).toEqual({
    name: 'Groups',
    description: 'All groups.',
    dataSourceId: 'source',
    variableValues: { list: 'groups' },
    filters: [{ selector: '$.value[*]' }],
    columns: [
      { key: 'c1', label: 'Name', selector: '$.name', type: 'text' },
      { key: 'c2', label: 'Mail', selector: '$.mail', type: 'email' },
    ],
    visual: { type: 'table', rowsPerPage: 20 },
  });
});

test('a look at it shows fewer rows', () => {
  expect(readyPreview(panel).visual).toEqual({ type: 'table', rowsPerPage: 5 });
});

test.each([
  ['User.Read.All', ['Group.Read.All', 'Group.More']],
  ['User.Read.All,Group.More', ['Group.Read.All']],
  ['Group.More Group.Read.All', []],
])('with the scopes %j it lacks %j', (requested, missing) => {
  expect(missingScopes(panel, requested)).toEqual(missing);
});
