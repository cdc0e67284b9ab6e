import type { DetectedPagination } from '../../shared/contract';
import type { SeenResponse } from './seen-response';
import { type Member, membersNearTop, plainName, selectorOf } from './members';

const direct =
  /^(?:next|nexturl|nexturi|nextlink|nexthref|nextpage|nextpageurl|nextpageuri|nextpagelink|nextrecordsurl)$/;

/** A URL for the next page in the body: a member called next, as such or as an object with `href`, or a link with that relation. */
export function detectNextUrl({ document }: SeenResponse): DetectedPagination | undefined {
  const members = membersNearTop(document);
  const selector = directSelector(members) ?? relationSelector(members);
  if (selector === undefined) return undefined;
  return {
    pagination: { style: 'next-url', selector },
    reason: `The response gives the address of the next page at ${selector}.`,
  };
}

function directSelector(members: readonly Member[]): string | undefined {
  const found = members.find(
    ({ names, name, value }) => isLink(value) && (direct.test(plainName(name)) || isHrefOfNext(names)),
  );
  return found && selectorOf(found.names);
}

function isHrefOfNext(names: readonly string[]): boolean {
  const [holder = '', last = ''] = names.slice(-2);
  return names.length > 1 && plainName(holder) === 'next' && /^(?:href|url|uri|link)$/.test(plainName(last));
}

/** Not a query alone: followed as a link, it would drop the rest of the query. */
function isLink(value: unknown): boolean {
  return typeof value === 'string' && /^(?:https?:\/\/|\/)\S+$/.test(value);
}

/** Lists of links, as FHIR (`relation`, `url`) and many others (`rel`, `href`) have them. */
function relationSelector(members: readonly Member[]): string | undefined {
  for (const { names, value } of members) {
    if (!Array.isArray(value)) continue;
    const shape = relationShapes.find(({ rel, href }) =>
      value.slice(0, 20).some((link) => isNextLink(link, rel, href)),
    );
    if (shape) return `${selectorOf(names)}[?@.${shape.rel} == 'next'].${shape.href}`;
  }
  return undefined;
}

const relationShapes = [
  { rel: 'rel', href: 'href' },
  { rel: 'relation', href: 'url' },
  { rel: 'rel', href: 'url' },
];

function isNextLink(link: unknown, rel: string, href: string): boolean {
  if (typeof link !== 'object' || link === null) return false;
  const { [rel]: relation, [href]: target } = link as Record<string, unknown>;
  return relation === 'next' && isLink(target);
}
