import type { ComponentType } from 'react';
import type { PaginationStyle } from '../../form-model/data-source/pagination-values';
import { CursorFields } from './CursorFields';
import { NextUrlFields } from './NextUrlFields';
import { NoPaginationFields } from './NoPaginationFields';
import { OffsetLimitFields } from './OffsetLimitFields';
import { OneResponseFields } from './OneResponseFields';
import { PageNumberFields } from './PageNumberFields';
import type { PaginationFieldsProps } from './pagination-fields-props';

interface PaginationForm {
  title: string;
  Fields: ComponentType<PaginationFieldsProps>;
}

/** One entry for each pagination style. */
export const paginationForms: Record<PaginationStyle, PaginationForm> = {
  none: { title: 'None: one response holds everything', Fields: OneResponseFields },
  'odata-next-link': { title: 'OData next link (@odata.nextLink)', Fields: NoPaginationFields },
  'link-header': { title: 'Link header (rel="next")', Fields: NoPaginationFields },
  'next-url': { title: 'Next URL in the response', Fields: NextUrlFields },
  cursor: { title: 'Cursor in the response', Fields: CursorFields },
  'page-number': { title: 'Page number', Fields: PageNumberFields },
  'offset-limit': { title: 'Offset and limit', Fields: OffsetLimitFields },
};
