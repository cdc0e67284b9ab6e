import { firstText } from './first-value';
import { type Continuation, lastPage, type PageFacts } from './page-facts';

/** The URL that the response names for the next page; absent, null or empty on the last. */
export function afterNextUrl(
  { selector }: { selector: string },
  { document }: Pick<PageFacts, 'document'>,
): Continuation {
  const link = firstText(selector, document);
  return link === undefined ? lastPage : { kind: 'link', link };
}
