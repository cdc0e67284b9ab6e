import type {
  NamedPageValue,
  PageTarget,
  PageTotal,
  PageValue,
  Pagination,
  RequestMethod,
} from '../../../../src/shared/contract';
import { takesBody } from '../../../../src/shared/request-methods';
import { parseWholeNumber } from '../whole-number';

export type PaginationStyle = Pagination['style'];

/** What says how much there is, and where. */
export type TotalPlace = 'none' | PageTotal['of'] | `header-${PageTotal['of']}`;

/** How the next page is found, as typed. The fields of the other styles stay when the style is switched. */
export interface PaginationValues {
  style: PaginationStyle;
  firstPageOnly: boolean;
  /** Further requests are GETs, whatever the first one is. */
  isNextGet: boolean;
  nextSelector: string;
  nextHeader: string;
  cursorSelector: string;
  moreSelector: string;
  cursorTarget: PageTarget;
  isAlone: boolean;
  /** Names with commas between them. */
  only: string;
  pageValues: PageValue[];
  objectSelector: string;
  objectTarget: 'parameter' | 'body';
  nextMethod: RequestMethod;
  nextUrl: string;
  nextBody: string;
  namedValues: NamedPageValue[];
  partsSelector: string;
  pageTarget: PageTarget;
  firstPage: string;
  offsetTarget: PageTarget;
  limitTarget: PageTarget;
  pageSize: string;
  firstOffset: string;
  itemsSelector: string;
  totalOf: TotalPlace;
  totalSelector: string;
}

const parameter = (name: string): PageTarget => ({ in: 'parameter', name });

export const emptyPagination: PaginationValues = {
  style: 'none',
  firstPageOnly: false,
  isNextGet: false,
  nextSelector: '',
  nextHeader: '',
  cursorSelector: '',
  moreSelector: '',
  cursorTarget: parameter('cursor'),
  isAlone: false,
  only: '',
  pageValues: [{ from: 'header', name: '', target: parameter('') }],
  objectSelector: '',
  objectTarget: 'parameter',
  nextMethod: 'GET',
  nextUrl: '',
  nextBody: '',
  namedValues: [{ name: '', selector: '' }],
  partsSelector: '',
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
  if (totalOf === 'none') return {};
  const selector = totalSelector.trim();
  if (totalOf === 'rows' || totalOf === 'pages') return { total: { of: totalOf, selector } };
  return { total: { of: totalOf === 'header-rows' ? 'rows' : 'pages', from: 'header', selector } };
}

const moreOf = ({ moreSelector }: PaginationValues) =>
  moreSelector.trim() === '' ? {} : { moreSelector: moreSelector.trim() };

const methodOf = ({ isNextGet }: PaginationValues) => (isNextGet ? ({ method: 'GET' } as const) : {});

const listed = (names: string) =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const settings: {
  readonly [Style in PaginationStyle]: (values: PaginationValues) => Extract<Pagination, { style: Style }>;
} = {
  none: ({ firstPageOnly }) => ({ style: 'none', ...(firstPageOnly && { firstPageOnly }) }),
  'odata-next-link': () => ({ style: 'odata-next-link' }),
  'link-header': (values) => ({ style: 'link-header', ...methodOf(values) }),
  'next-url': (values) => ({
    style: 'next-url',
    selector: values.nextSelector.trim(),
    ...moreOf(values),
    ...methodOf(values),
  }),
  'header-url': (values) => ({ style: 'header-url', header: values.nextHeader.trim(), ...methodOf(values) }),
  cursor: ({ cursorSelector, moreSelector, cursorTarget, isAlone, only }) => ({
    style: 'cursor',
    selector: cursorSelector.trim(),
    moreSelector: moreSelector.trim(),
    target: target(cursorTarget),
    ...(isAlone && { only: listed(only) }),
  }),
  values: (values) => ({
    style: 'values',
    values: values.pageValues.map((each) => ({ ...each, name: each.name.trim(), target: target(each.target) })),
    ...moreOf(values),
  }),
  'continuation-object': ({ objectSelector, objectTarget }) => ({
    style: 'continuation-object',
    selector: objectSelector.trim(),
    target: objectTarget,
  }),
  'next-request': (values) => ({
    style: 'next-request',
    method: values.nextMethod,
    url: values.nextUrl.trim(),
    body: takesBody(values.nextMethod) ? values.nextBody : '',
    values: values.namedValues
      .filter(({ name, selector }) => name.trim() !== '' || selector.trim() !== '')
      .map(({ name, selector, isKept }) => ({
        name: name.trim(),
        selector: selector.trim(),
        ...(isKept && { isKept }),
      })),
    moreSelector: values.moreSelector.trim(),
    partsSelector: values.partsSelector.trim(),
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
  return { itemsSelector, totalOf: placeOf(said), totalSelector: said?.selector ?? '' };
}

function placeOf(total: PageTotal | undefined): TotalPlace {
  if (!total) return 'none';
  return total.from === 'header' ? `header-${total.of}` : total.of;
}

function typedPart(pagination: Pagination): Partial<PaginationValues> {
  switch (pagination.style) {
    case 'next-url': {
      const { selector, moreSelector = '', method } = pagination;
      return { nextSelector: selector, moreSelector, isNextGet: method === 'GET' };
    }
    case 'header-url':
      return { nextHeader: pagination.header, isNextGet: pagination.method === 'GET' };
    case 'link-header':
      return { isNextGet: pagination.method === 'GET' };
    case 'cursor': {
      const { selector, moreSelector, target: cursorTarget, only } = pagination;
      return {
        cursorSelector: selector,
        moreSelector,
        cursorTarget,
        isAlone: only !== undefined,
        only: only?.join(', ') ?? '',
      };
    }
    case 'values':
      return { pageValues: pagination.values, moreSelector: pagination.moreSelector ?? '' };
    case 'continuation-object':
      return { objectSelector: pagination.selector, objectTarget: pagination.target };
    case 'next-request': {
      const { method, url, body, values, moreSelector, partsSelector } = pagination;
      return { nextMethod: method, nextUrl: url, nextBody: body, namedValues: values, moreSelector, partsSelector };
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
      return {};
  }
}

/** A pagination as form values. */
export function fromPagination(pagination: Pagination): PaginationValues {
  return { ...emptyPagination, style: pagination.style, ...typedPart(pagination) };
}
