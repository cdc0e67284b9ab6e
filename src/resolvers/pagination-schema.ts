import * as v from 'valibot';
import type { PageTarget, PageTotal, PageValue, Pagination } from '../shared/contract';
import { bodyLength, nameLength, pageValuesCount, selectorLength, urlLength } from '../shared/limits';
import { numberBounds } from '../shared/number-bounds';
import { optionSentence } from '../shared/field-sentences';
import { requestMethods } from '../shared/request-methods';
import { boundedList, choice, textSchema, trimmedText, wholeNumber } from '../schema/fields';
import { schemaOf } from '../schema/schema-of';

const selector = trimmedText(selectorLength);
const maybeSelector = v.optional(selector, '');
const target = v.object({
  in: choice<PageTarget['in']>({ parameter: true, body: true, header: true }),
  name: trimmedText(nameLength),
});
const name = trimmedText(nameLength);
const getOnly = v.optional(v.literal('GET'));
const pageValue = v.object({ from: choice<PageValue['from']>({ body: true, header: true }), name: selector, target });
const namedValue = v.object({ name, selector, isKept: v.optional(v.boolean()) });
const start = wholeNumber(numberBounds.pageStart);
const pageSize = wholeNumber(numberBounds.pageSize);
const total = v.optional(
  v.object({
    of: choice<PageTotal['of']>({ rows: true, pages: true }),
    from: v.optional(v.literal('header')),
    selector,
  }),
);

/** The shape of each paging style; whether its selectors can be read is judged by the rules. */
export const paginationSchema = schemaOf<Pagination>()(
  v.variant('style', [
    v.object({ style: v.literal('none'), firstPageOnly: v.optional(v.boolean()) }),
    v.object({ style: v.literal('odata-next-link') }),
    v.object({ style: v.literal('link-header'), method: getOnly }),
    v.object({ style: v.literal('next-url'), selector, moreSelector: v.optional(selector), method: getOnly }),
    v.object({ style: v.literal('header-url'), header: name, method: getOnly }),
    v.object({
      style: v.literal('cursor'),
      selector,
      moreSelector: maybeSelector,
      target,
      only: v.optional(boundedList(name, pageValuesCount, 'names')),
    }),
    v.object({
      style: v.literal('values'),
      values: boundedList(pageValue, pageValuesCount, 'values'),
      moreSelector: v.optional(selector),
    }),
    v.object({
      style: v.literal('continuation-object'),
      selector,
      target: choice<'parameter' | 'body'>({ parameter: true, body: true }),
    }),
    v.object({
      style: v.literal('next-request'),
      method: v.picklist(requestMethods, optionSentence),
      url: trimmedText(urlLength),
      body: v.optional(textSchema(bodyLength), ''),
      values: boundedList(namedValue, pageValuesCount, 'values'),
      moreSelector: maybeSelector,
      partsSelector: maybeSelector,
    }),
    v.object({ style: v.literal('page-number'), target, start, itemsSelector: maybeSelector, total }),
    v.object({
      style: v.literal('offset-limit'),
      offset: target,
      limit: target,
      pageSize,
      start,
      itemsSelector: maybeSelector,
      total,
    }),
  ]),
);
