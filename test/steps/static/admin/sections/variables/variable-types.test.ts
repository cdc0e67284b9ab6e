import type { PanelVariable } from '../../../../../../src/shared/contract';
import {
  keyOfLabel,
  newVariable,
  withLabel,
  withType,
} from '../../../../../../static/admin/sections/variables/variable-types';

const text: PanelVariable = { key: 'a', label: 'A', required: true, defaultValue: '12', type: 'text' };

test('another type keeps a default that fits it and drops one that does not', () => {
  expect(withType(text, 'number')).toEqual({ ...text, type: 'number' });
  expect(withType(text, 'boolean')).toEqual({ ...text, type: 'boolean', defaultValue: '' });
  expect(withType({ ...text, defaultValue: 'many' }, 'number').defaultValue).toBe('');
});

test('a list begins without entries, and what leaves the type list leaves them behind', () => {
  const list = withType(text, 'list');
  expect(list).toEqual({ ...text, type: 'list', entries: { from: 'fixed', entries: [] } });
  expect(withType(list, 'text')).toEqual(text);
});

test('a new variable has a key of its own', () => {
  expect(newVariable([]).key).toBe('variable1');
  expect(newVariable([{ ...text, key: 'variable1' }]).key).toBe('variable2');
});

test.each([
  ['Department', 'department'],
  ['Cost centre 2', 'costCentre2'],
  ['Größe (cm)', 'größeCm'],
  ['2nd page', 'ndPage'],
  ['!?', ''],
])('the key of the label %j is %j', (label, key) => {
  expect(keyOfLabel(label)).toBe(key);
});

test('a key follows its label while nobody wrote one and nothing stored depends on it', () => {
  const fresh = newVariable([]);
  const named = withLabel(fresh, 'City', true);
  expect(named.key).toBe('city');
  expect(withLabel(named, 'City of birth', true).key).toBe('cityOfBirth');
  expect(withLabel({ ...named, key: 'town' }, 'Village', true).key).toBe('town');
  expect(withLabel(named, 'Village', false).key).toBe('city');
});
