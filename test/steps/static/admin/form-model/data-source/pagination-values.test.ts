import type { Pagination } from '../../../../../../src/shared/contract';
import {
  emptyPagination,
  fromPagination,
  toPagination,
} from '../../../../../../static/admin/form-model/data-source/pagination-values';

const all: Pagination[] = [
  { style: 'none' },
  { style: 'odata-next-link' },
  { style: 'link-header' },
  { style: 'next-url', selector: '$.next' },
  { style: 'cursor', selector: '$.cursor', moreSelector: '$.more', target: { in: 'body', name: 'variables.after' } },
  { style: 'page-number', target: { in: 'parameter', name: 'p' }, start: 0, itemsSelector: '$.items' },
  {
    style: 'offset-limit',
    offset: { in: 'parameter', name: 'startIndex' },
    limit: { in: 'parameter', name: 'count' },
    pageSize: 50,
    start: 1,
    itemsSelector: '',
    total: { of: 'rows', selector: '$.totalResults' },
  },
];

test.each(all)('a pagination of style $style survives the way through the form', (pagination) => {
  expect(toPagination(fromPagination(pagination))).toEqual(pagination);
});

test('what was typed for one style stays while another is looked at', () => {
  const cursor = fromPagination({ ...(all[4] as Extract<Pagination, { style: 'cursor' }>) });
  const back = { ...cursor, style: 'none' as const };
  expect(toPagination(back)).toEqual({ style: 'none' });
  expect(toPagination({ ...back, style: 'cursor' })).toEqual(all[4]);
});

test('a total that the response does not say is left out', () => {
  const values = { ...emptyPagination, style: 'page-number' as const, totalSelector: '$.total' };
  expect(toPagination(values)).not.toHaveProperty('total');
  expect(toPagination({ ...values, totalOf: 'pages' })).toMatchObject({ total: { of: 'pages', selector: '$.total' } });
});
