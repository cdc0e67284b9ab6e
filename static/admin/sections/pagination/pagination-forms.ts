import type { ComponentType } from 'react';
import type { PaginationStyle } from '../../form-model/data-source/pagination-values';
import { ContinuationObjectFields } from './ContinuationObjectFields';
import { CursorFields } from './CursorFields';
import { HeaderUrlFields } from './HeaderUrlFields';
import { NextMethodFields } from './NextMethodFields';
import { NextRequestFields } from './NextRequestFields';
import { NextUrlFields } from './NextUrlFields';
import { NoPaginationFields } from './NoPaginationFields';
import { OffsetLimitFields } from './OffsetLimitFields';
import { OneResponseFields } from './OneResponseFields';
import { PageValuesFields } from './PageValuesFields';
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
  'link-header': { title: 'Link header (rel="next")', Fields: NextMethodFields },
  'next-url': { title: 'Next URL in the response', Fields: NextUrlFields },
  'header-url': { title: 'Next URL in a response header', Fields: HeaderUrlFields },
  cursor: { title: 'Cursor in the response', Fields: CursorFields },
  values: { title: 'Values from headers, or several at once', Fields: PageValuesFields },
  'continuation-object': { title: 'Continuation object whose members all go back', Fields: ContinuationObjectFields },
  'next-request': { title: 'Another request for further pages', Fields: NextRequestFields },
  'page-number': { title: 'Page number', Fields: PageNumberFields },
  'offset-limit': { title: 'Offset and limit', Fields: OffsetLimitFields },
};
