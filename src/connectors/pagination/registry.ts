import type { PaginationStyle } from '../../contract';
import { onlyPage } from './none';
import { odataNextLink } from './odata-next-link';
import type { NextPage } from './pagination';

/** How each style of paging finds its next page. A new style is a new file and a line here. */
export const paginations: { readonly [Style in PaginationStyle]: NextPage } = {
  none: onlyPage,
  'odata-next-link': odataNextLink,
};
