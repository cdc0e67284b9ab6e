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
  { style: 'link-header', method: 'GET' },
  { style: 'next-url', selector: '$.next', moreSelector: '$.more', method: 'GET' },
  { style: 'header-url', header: 'X-Next', method: 'GET' },
  {
    style: 'cursor',
    selector: '$.cursor',
    moreSelector: '',
    target: { in: 'parameter', name: 'token' },
    only: ['verb', 'set'],
  },
  {
    style: 'values',
    values: [
      { from: 'header', name: 'X-Key', target: { in: 'header', name: 'X-Key' } },
      { from: 'body', name: '$.row', target: { in: 'parameter', name: 'row' } },
    ],
    moreSelector: '$.more',
  },
  { style: 'continuation-object', selector: '$.continue', target: 'parameter' },
  {
    style: 'next-request',
    method: 'POST',
    url: '/parts/{part}',
    body: '{"id":"{id}"}',
    values: [{ name: 'id', selector: '$.id', isKept: true }],
    moreSelector: '',
    partsSelector: '$.parts',
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
  const inHeader = toPagination({ ...values, totalOf: 'header-rows', totalSelector: ' X-Total ' });
  expect(inHeader).toMatchObject({ total: { of: 'rows', from: 'header', selector: 'X-Total' } });
  expect(toPagination(fromPagination(inHeader))).toEqual(inHeader);
});
