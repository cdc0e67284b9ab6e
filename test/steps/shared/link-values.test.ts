import { valuesInLink } from '../../../src/shared/link-values';

const page = 'https://example.atlassian.net/wiki/spaces/HR/pages/1';

test.each<[string, string, Record<string, string>]>([
  ['one macro', `${page}?xd.ab-12.value.team=Legal&xd.ab-12.value.year=2026`, { team: 'Legal', year: '2026' }],
  ['every macro', ` ${page}?xd.value.team=Legal `, { team: 'Legal' }],
  ['several macros', `${page}?xd.a.value.team=Legal&xd.b.value.team=Sales`, { team: 'Legal' }],
  ['an empty choice', `${page}?xd.a.value.team=`, { team: '' }],
  ['sort and filter', `${page}?xd.a.sort=team&xd.a.filter.team=%5B%22Legal%22%5D&xd.a.search=team`, {}],
  ['variables of another panel', `${page}?xd.a.value.city=Oslo`, {}],
  ['parameters of others', `${page}?value.team=Legal&team=Legal`, {}],
  ['a value that is too long', `${page}?xd.a.value.team=${'x'.repeat(1001)}`, {}],
  ['no address', 'Legal', {}],
])('a link with %s', (_, address, values) => {
  expect(valuesInLink(address, ['team', 'year'])).toEqual(values);
});
