import { odataNextLink } from './odata-next-link';
import { type Continuation, lastPage, type PageFacts } from './page-facts';

/** The next link of an OData service. */
export function afterODataPage({ document }: Pick<PageFacts, 'document'>): Continuation {
  const link = odataNextLink(document);
  return link === undefined ? lastPage : { kind: 'link', link };
}
