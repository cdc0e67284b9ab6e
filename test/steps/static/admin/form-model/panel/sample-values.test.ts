import { newRow } from '../../../../../../static/admin/form-model/named-rows';
import { newItem } from '../../../../../../static/admin/form-model/items';
import type { PanelValues } from '../../../../../../static/admin/form-model/panel/panel-values';
import { emptyPanel } from '../../../../../../static/admin/form-model/panel/panel-values';
import {
  givenSamples,
  missingForPreview,
  sampleRequest,
} from '../../../../../../static/admin/form-model/panel/sample-values';

const city = newItem({ key: 'city', label: 'City', type: 'text' as const, required: true, defaultValue: '' });
const size = newItem({ key: 'size', label: 'Size', type: 'number' as const, required: false, defaultValue: '20' });
const values: PanelValues = {
  ...emptyPanel('ds1'),
  variables: [city, size],
  variableValues: { town: '{$.city}', top: '{$.size}', who: '{$.user.email}', empty: '' },
  filters: [newItem({ selector: '$[*]' })],
  columns: [{ key: 'c1', label: 'A', selector: '$.a', type: 'text' }],
  sampleValues: { city: 'Oslo', gone: 'x' },
};

test('the response to click on is requested with sample values and defaults, values of Confluence left to the app', () => {
  expect(sampleRequest(values)).toEqual({
    dataSourceId: 'ds1',
    variableValues: { city: 'Oslo', size: '20', town: 'Oslo', top: '20', who: '{$.user.email}' },
  });
});

test('in a path a sample is encoded, and its braces in a parameter are no placeholder', () => {
  const asking = { ...values, path: '/towns/{$.city}', parameters: [newRow('q', '{$.city}')] };
  expect(sampleRequest({ ...asking, sampleValues: { city: 'a/{b}' } }).request).toEqual({
    path: '/towns/a%2F%7Bb%7D',
    parameters: [{ name: 'q', value: 'a/{{b}}' }],
  });
});

test('the preview gets the samples typed for variables that exist', () => {
  expect(givenSamples(values)).toEqual({ city: 'Oslo' });
});

test('a sentence says what the form lacks for a preview', () => {
  expect(missingForPreview(values)).toBeUndefined();
  expect(missingForPreview({ ...values, sampleValues: {} })).toBe('Enter a sample value for City to see a preview.');
  expect(missingForPreview({ ...values, columns: [] })).toBe('Add a column to see a preview.');
  expect(missingForPreview({ ...values, filters: [newItem({ selector: ' ' })] })).toBe(
    'Choose the rows to see a preview.',
  );
  expect(missingForPreview(emptyPanel())).toBe('Choose a data source to see a preview.');
});
