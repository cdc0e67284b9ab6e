import * as v from 'valibot';
import type { PageTarget, PageTotal, Pagination } from '../shared/contract';
import { nameLength, selectorLength } from '../shared/limits';
import { numberBounds } from '../shared/number-bounds';
import { choice, trimmedText, wholeNumber } from '../schema/fields';
import { schemaOf } from '../schema/schema-of';

const selector = trimmedText(selectorLength);
const maybeSelector = v.optional(selector, '');
const target = v.object({
  in: choice<PageTarget['in']>({ parameter: true, body: true }),
  name: trimmedText(nameLength),
});
const start = wholeNumber(numberBounds.pageStart);
const pageSize = wholeNumber(numberBounds.pageSize);
const total = v.optional(v.object({ of: choice<PageTotal['of']>({ rows: true, pages: true }), selector }));

/** The shape of each paging style; whether its selectors can be read is judged by the rules. */
export const paginationSchema = schemaOf<Pagination>()(
  v.variant('style', [
    v.object({ style: v.literal('none'), firstPageOnly: v.optional(v.boolean()) }),
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
  ]),
);
