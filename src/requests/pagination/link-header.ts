import type { Pagination } from '../../shared/contract';
import { type Continuation, lastPage, type PageFacts } from './page-facts';

/** One link of the header: its target and its parameters, in which quoted text may hold commas and semicolons. */
const linkValue = /<([^<>]*)>((?:\s*;\s*[\w!#$&+.^`|~*-]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;]+)|\s*=)?)*)/g;
const parameter = /;\s*([\w!#$&+.^`|~*-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?/g;

/** Headers are short; nothing is looked for beyond. */
const longest = 16 * 1024;

/** The link with the relation `next` in the `Link` header (RFC 8288 section 3), as GitHub and GitLab send it. */
export function afterLinkHeader(
  { method }: Extract<Pagination, { style: 'link-header' }>,
  { linkHeader }: Pick<PageFacts, 'linkHeader'>,
): Continuation {
  const link = nextLink(linkHeader ?? '');
  return link === undefined ? lastPage : { kind: 'link', link, method };
}

/** The target of the first link whose relations include `next` and that speaks of this very page; `undefined` if none. */
export function nextLink(header: string): string | undefined {
  for (const [, target = '', text = ''] of header.slice(0, longest).matchAll(linkValue)) {
    const parameters = parametersOf(text);
    const relations = parameters.get('rel')?.toLowerCase().split(/\s+/) ?? [];
    if (relations.includes('next') && !parameters.has('anchor') && target.trim() !== '') return target.trim();
  }
  return undefined;
}

/** By name in lower case; of a name that stands there twice the first counts (RFC 8288 section 3.3). */
function parametersOf(text: string): Map<string, string> {
  const found = [...text.matchAll(parameter)].map(
    ([, name = '', quoted, plain = '']) => [name.toLowerCase(), quoted ?? plain] as const,
  );
  return new Map(found.reverse());
}
