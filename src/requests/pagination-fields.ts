import type { PageTarget, PageTotal, PageValue, Pagination, RequestSettings } from '../shared/contract';
import { parseUrl } from '../shared/parse-url';
import type { FieldError } from '../shared/problem';
import { takesBody } from '../shared/request-methods';
import { headerRefusal } from './header-name';
import { compileNextRequest, urlFrom } from './pagination/next-request';
import { selectorErrors } from './selector-field';

type Style = Pagination['style'];
type PagingOf<Key extends Style> = Extract<Pagination, { style: Key }>;
type Check<Key extends Style> = (paging: PagingOf<Key>, request: RequestSettings) => FieldError[];

const checks: { readonly [Key in Style]: Check<Key> } = {
  none: () => [],
  'odata-next-link': () => [],
  'link-header': () => [],
  'next-url': ({ selector, moreSelector = '' }) => [
    ...selectorErrors('pagination.selector', selector),
    ...optionalSelector('pagination.moreSelector', moreSelector),
  ],
  'header-url': ({ header }) => headerErrors('pagination.header', header),
  values: ({ values, moreSelector = '' }, request) => [
    ...(values.length === 0
      ? [{ path: 'pagination.values', message: 'Add a value that leads to the next page.' }]
      : []),
    ...values.flatMap((value, index) => valueErrors(`pagination.values.${index}`, value, request)),
    ...optionalSelector('pagination.moreSelector', moreSelector),
  ],
  'continuation-object': ({ selector, target }, request) => [
    ...selectorErrors('pagination.selector', selector),
    ...(target === 'body' ? bodyErrors('pagination.target', request) : []),
  ],
  'next-request': (paging, request) => nextRequestErrors(paging, request),
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
    ...(limit.name.trim() === '' ? [] : targetErrors('pagination.limit', limit, request)),
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
  if (!total) return [];
  const path = 'pagination.total.selector';
  return total.from === 'header' ? headerErrors(path, total.selector) : selectorErrors(path, total.selector);
}

function valueErrors(path: string, { from, name, target }: PageValue, request: RequestSettings): FieldError[] {
  const source = from === 'header' ? headerErrors(`${path}.name`, name) : selectorErrors(`${path}.name`, name);
  return [...source, ...targetErrors(`${path}.target`, target, request)];
}

/** A header of a response can have any name that a header can have. */
function headerErrors(path: string, name: string): FieldError[] {
  if (name.trim() === '') return [{ path, message: 'Enter the name of the header.' }];
  const message = 'A header name can contain only letters, digits and hyphens.';
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) ? [] : [{ path, message }];
}

function targetErrors(path: string, { in: place, name }: PageTarget, request: RequestSettings): FieldError[] {
  if (name.trim() === '') return [{ path: `${path}.name`, message: 'Enter the parameter name.' }];
  if (place === 'header') return sentHeaderErrors(`${path}.name`, name);
  return place === 'body' ? bodyErrors(`${path}.in`, request) : [];
}

/** What a response says goes into no header that says who we are, or how the connection is used. */
function sentHeaderErrors(path: string, name: string): FieldError[] {
  const isOfSignIn = /^(?:authorization|cookie|content-type)$/i.test(name);
  const message = headerRefusal(name) ?? (isOfSignIn ? `No value of a response can be sent as ${name}.` : undefined);
  return message === undefined ? [] : [{ path, message }];
}

function bodyErrors(path: string, { method, body }: RequestSettings): FieldError[] {
  const isJson = takesBody(method) && (body.kind === 'graphql' || (body.kind === 'json' && /^\s*[{[]/.test(body.text)));
  const message =
    'It can be sent in the body only of a request, such as a POST, with a JSON object or a GraphQL query.';
  return isJson ? [] : [{ path, message }];
}

/** Its URL must be on the origin of the first request, since what a response says must not send anything elsewhere. */
function nextRequestErrors(
  { method, url, body, values, moreSelector, partsSelector }: PagingOf<'next-request'>,
  request: RequestSettings,
): FieldError[] {
  const first = parseUrl(request.url.replace(/\{[^{}]*\}/g, 'x'));
  if (url.trim() === '') return [{ path: 'pagination.url', message: 'Enter the URL of the further requests.' }];
  const written = urlFrom(first ?? new URL('https://host.example'), url);
  const isElsewhere = first !== undefined && parseUrl(written.replace(/\{[^{}]*\}/g, 'x'))?.origin !== first.origin;
  const isSent = !takesBody(method) && body.trim() !== '';
  return [
    ...(isElsewhere
      ? [{ path: 'pagination.url', message: 'It must be on the same host as the URL of the request.' }]
      : []),
    ...(isSent
      ? [{ path: 'pagination.body', message: 'A GET request has no body. Choose POST, or remove the body.' }]
      : []),
    ...nextTemplateErrors(written, body, values),
    ...values.flatMap(({ selector }, index) => selectorErrors(`pagination.values.${index}.selector`, selector)),
    ...optionalSelector('pagination.moreSelector', moreSelector),
    ...optionalSelector('pagination.partsSelector', partsSelector),
  ];
}

function nextTemplateErrors(url: string, body: string, values: readonly { name: string }[]): FieldError[] {
  const { template, errors } = compileNextRequest(url, body);
  if (!template) {
    return errors.map(({ path, message }) => ({
      path: path === 'url' ? 'pagination.url' : 'pagination.body',
      message,
    }));
  }
  const known = ['part', 'parts', ...values.map(({ name }) => name)];
  const unknown = template.variables.filter((name) => !known.includes(name));
  const message = `There is no value with the name ${unknown.map((name) => `{${name}}`).join(', ')}.`;
  const nameless = values.flatMap(({ name }, index) =>
    /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && name !== 'part' && name !== 'parts'
      ? []
      : [{ path: `pagination.values.${index}.name`, message: nameRule }],
  );
  return [...(unknown.length > 0 ? [{ path: 'pagination.url', message }] : []), ...nameless];
}

const nameRule = 'Enter a name of letters, digits and _, other than part and parts.';
