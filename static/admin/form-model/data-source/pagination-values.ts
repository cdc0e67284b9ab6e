import type { PageTarget, PageTotal, Pagination } from '../../../../src/shared/contract';
import { parseWholeNumber } from '../whole-number';

export type PaginationStyle = Pagination['style'];

/** How the next page is found, as typed. The fields of the other styles stay when the style is switched. */
export interface PaginationValues {
  style: PaginationStyle;
  firstPageOnly: boolean;
  nextSelector: string;
  cursorSelector: string;
  moreSelector: string;
  cursorTarget: PageTarget;
  pageTarget: PageTarget;
  firstPage: string;
  offsetTarget: PageTarget;
  limitTarget: PageTarget;
  pageSize: string;
  firstOffset: string;
  itemsSelector: string;
  totalOf: PageTotal['of'] | 'none';
  totalSelector: string;
}

const parameter = (name: string): PageTarget => ({ in: 'parameter', name });

export const emptyPagination: PaginationValues = {
  style: 'none',
  firstPageOnly: false,
  nextSelector: '',
  cursorSelector: '',
  moreSelector: '',
  cursorTarget: parameter('cursor'),
  pageTarget: parameter('page'),
  firstPage: '1',
  offsetTarget: parameter('offset'),
  limitTarget: parameter('limit'),
  pageSize: '100',
  firstOffset: '0',
  itemsSelector: '',
  totalOf: 'none',
  totalSelector: '',
};

const target = ({ in: place, name }: PageTarget): PageTarget => ({ in: place, name: name.trim() });

function total({ totalOf, totalSelector }: PaginationValues): { total?: PageTotal } {
  return totalOf === 'none' ? {} : { total: { of: totalOf, selector: totalSelector.trim() } };
}

const settings: {
  readonly [Style in PaginationStyle]: (values: PaginationValues) => Extract<Pagination, { style: Style }>;
} = {
  none: ({ firstPageOnly }) => ({ style: 'none', ...(firstPageOnly && { firstPageOnly }) }),
  'odata-next-link': () => ({ style: 'odata-next-link' }),
  'link-header': () => ({ style: 'link-header' }),
  'next-url': ({ nextSelector }) => ({ style: 'next-url', selector: nextSelector.trim() }),
  cursor: ({ cursorSelector, moreSelector, cursorTarget }) => ({
    style: 'cursor',
    selector: cursorSelector.trim(),
    moreSelector: moreSelector.trim(),
    target: target(cursorTarget),
  }),
  'page-number': (values) => ({
    style: 'page-number',
    target: target(values.pageTarget),
    start: parseWholeNumber(values.firstPage),
    itemsSelector: values.itemsSelector.trim(),
    ...total(values),
  }),
  'offset-limit': (values) => ({
    style: 'offset-limit',
    offset: target(values.offsetTarget),
    limit: target(values.limitTarget),
    pageSize: parseWholeNumber(values.pageSize),
    start: parseWholeNumber(values.firstOffset),
    itemsSelector: values.itemsSelector.trim(),
    ...total(values),
  }),
};

/** The pagination that the form says. */
export function toPagination(values: PaginationValues): Pagination {
  return settings[values.style](values);
}

function counted({
  itemsSelector,
  total: said,
}: {
  itemsSelector: string;
  total?: PageTotal;
}): Partial<PaginationValues> {
  return { itemsSelector, totalOf: said?.of ?? 'none', totalSelector: said?.selector ?? '' };
}

function typedPart(pagination: Pagination): Partial<PaginationValues> {
  switch (pagination.style) {
    case 'next-url':
      return { nextSelector: pagination.selector };
    case 'cursor': {
      const { selector, moreSelector, target: cursorTarget } = pagination;
      return { cursorSelector: selector, moreSelector, cursorTarget };
    }
    case 'page-number':
      return { pageTarget: pagination.target, firstPage: String(pagination.start), ...counted(pagination) };
    case 'offset-limit': {
      const { offset: offsetTarget, limit: limitTarget, pageSize, start } = pagination;
      const numbers = { pageSize: String(pageSize), firstOffset: String(start) };
      return { offsetTarget, limitTarget, ...numbers, ...counted(pagination) };
    }
    case 'none':
      return { firstPageOnly: pagination.firstPageOnly ?? false };
    case 'odata-next-link':
    case 'link-header':
      return {};
  }
}

/** A pagination as form values. */
export function fromPagination(pagination: Pagination): PaginationValues {
  return { ...emptyPagination, style: pagination.style, ...typedPart(pagination) };
}
