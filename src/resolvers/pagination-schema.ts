import * as v from 'valibot';
import type { Pagination } from '../shared/contract';
import { nameLength, selectorLength } from '../shared/limits';
import { trimmedText } from './validate';

const selector = trimmedText(selectorLength);
const maybeSelector = v.optional(selector, '');
const target = v.object({ in: v.picklist(['parameter', 'body']), name: trimmedText(nameLength) });
/** Which numbers make sense is judged by the rules, which name the field. */
const start = v.number();
const pageSize = v.number();
const total = v.optional(v.object({ of: v.picklist(['rows', 'pages']), selector }));

/** The shape of each paging style; whether its selectors can be read is judged by the rules. */
export const paginationSchema: v.GenericSchema<unknown, Pagination> = v.variant('style', [
  v.object({ style: v.literal('none') }),
  v.object({ style: v.literal('odata-next-link') }),
  v.object({ style: v.literal('link-header') }),
  v.object({ style: v.literal('next-url'), selector }),
  v.object({ style: v.literal('cursor'), selector, moreSelector: maybeSelector, target }),
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
]);
