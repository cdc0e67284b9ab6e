import type { PageTarget, PageTotal, Pagination, RequestSettings } from '../shared/contract';
import type { FieldError } from '../shared/problem';
import { selectorErrors } from './selector-field';

type Style = Pagination['style'];
type PagingOf<Key extends Style> = Extract<Pagination, { style: Key }>;
type Check<Key extends Style> = (paging: PagingOf<Key>, request: RequestSettings) => FieldError[];

const checks: { readonly [Key in Style]: Check<Key> } = {
  none: () => [],
  'odata-next-link': () => [],
  'link-header': () => [],
  'next-url': ({ selector }) => selectorErrors('pagination.selector', selector),
  cursor: ({ selector, moreSelector, target }, request) => [
    ...selectorErrors('pagination.selector', selector),
    ...optionalSelector('pagination.moreSelector', moreSelector),
    ...targetErrors('pagination.target', target, request),
  ],
  'page-number': ({ target, itemsSelector, total }, request) => [
    ...targetErrors('pagination.target', target, request),
    ...optionalSelector('pagination.itemsSelector', itemsSelector),
    ...totalErrors(total),
  ],
  'offset-limit': ({ offset, limit, itemsSelector, total }, request) => [
    ...targetErrors('pagination.offset', offset, request),
    ...targetErrors('pagination.limit', limit, request),
    ...optionalSelector('pagination.itemsSelector', itemsSelector),
    ...totalErrors(total),
  ],
};

/** The broken rules of the paging, by field; its selectors are compiled, so that none fails while rows are read. */
export function paginationFieldErrors(pagination: Pagination, request: RequestSettings): FieldError[] {
  return (checks[pagination.style] as Check<Style>)(pagination, request);
}

function optionalSelector(path: string, selector: string): FieldError[] {
  return selector.trim() === '' ? [] : selectorErrors(path, selector);
}

function totalErrors(total: PageTotal | undefined): FieldError[] {
  return total ? selectorErrors('pagination.total.selector', total.selector) : [];
}

function targetErrors(path: string, { in: place, name }: PageTarget, { method, body }: RequestSettings): FieldError[] {
  if (name.trim() === '') return [{ path: `${path}.name`, message: 'Enter the parameter name.' }];
  if (place === 'parameter') return [];
  const isObject = method === 'POST' && (body.kind === 'graphql' || (body.kind === 'json' && /^\s*\{/.test(body.text)));
  const message = 'It can be sent in the body only of a POST request with a JSON object or a GraphQL query.';
  return isObject ? [] : [{ path: `${path}.in`, message }];
}
