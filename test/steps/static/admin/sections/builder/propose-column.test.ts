import type { PanelProposal } from '../../../../../../src/shared/contract';
import { proposedColumn } from '../../../../../../static/admin/sections/builder/propose-column';

const typeOf = (values: unknown[], name = 'field') => proposedColumn([name], values, undefined).type;

test.each([
  [[true, false], 'boolean'],
  [[1, 2.5], 'number'],
  [['2026-01-31', '2025-12-01'], 'date'],
  [['2026-01-31T10:00:00Z'], 'date-time'],
  [['https://example.com/a'], 'link'],
  [['ann@example.com'], 'email'],
  [[['a'], []], 'list'],
  [[{ a: 1 }], 'json'],
  [['a', 1], 'text'],
  [['0000123'], 'text'],
  [['http://example.com'], 'text'],
  [[], 'text'],
])('values such as %j are of the type %s', (values, type) => {
  expect(typeOf(values)).toBe(type);
});

test('numbers of an identifier are text', () => {
  expect([typeOf([17], 'id'), typeOf([17], 'userId'), typeOf([17], 'user_id'), typeOf([17], 'paid')]).toEqual([
    'text',
    'text',
    'text',
    'number',
  ]);
});

test('a label is made of the names on the way', () => {
  expect(proposedColumn(['manager', 'displayName'], [], undefined)).toEqual({
    label: 'Manager display name',
    selector: '$.manager.displayName',
    type: 'text',
  });
  expect(proposedColumn(['homepage_url'], [], undefined).label).toBe('Homepage URL');
  expect(proposedColumn([], [3], undefined)).toEqual({ label: 'Value', selector: '$', type: 'number' });
});

test('what the app proposed for the same value is taken over, however its selector is written', () => {
  const known = { label: 'Name', selector: "$['displayName']", type: 'user' } as const;
  const proposal: PanelProposal = { rowsSelector: '$[*]', rowCount: 1, columns: [known], otherRowsSelectors: [] };
  expect(proposedColumn(['displayName'], ['Ann'], proposal)).toEqual(known);
  expect(proposedColumn(['mail'], ['x'], proposal).label).toBe('Mail');
});
