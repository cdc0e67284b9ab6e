import { differingParts } from '../../../../../../static/admin/form-model/data-source/differences';
import { dataSourceSettings } from '../../../../../support/panels';

const settings = dataSourceSettings({ name: 'One' });

test('two settings differ in the parts of the form that say otherwise', () => {
  const other = { ...settings, name: 'Two', pagination: { style: 'link-header' as const } };
  expect(differingParts(settings, other)).toEqual(['Name', 'Pagination']);
});

test('settings that say the same do not differ, whatever the order of their members', () => {
  const turned = Object.fromEntries(Object.entries(settings).reverse()) as typeof settings;
  const request = Object.fromEntries(Object.entries(settings.request).reverse()) as typeof settings.request;
  expect(differingParts(settings, { ...turned, request })).toEqual([]);
});
