import type { DetectedPagination, Pagination } from '../../shared/contract';
import { takesBody } from '../../shared/request-methods';
import { type NearbyMember } from '../more/members-nearby';
import { namesNextPage } from '../more/next-sign';
import { isHolder } from '../more/rows-place';
import { nextLink } from '../pagination/link-header';
import { odataNextLink } from '../pagination/odata-link';
import { selectorOf } from './members';
import { plainValue, type SeenList, selectorOfValue } from './seen-list';

/** The addresses of a next page that the response names: in its `Link` header, as OData has it, or in a member. */
export function nextLinks({ response, members, moreSelector }: SeenList): DetectedPagination[] {
  const { linkHeader, document } = response;
  const method = furtherMethod(response);
  const found: DetectedPagination[] = [];
  const add = (pagination: Pagination, reason: string) => void found.push({ pagination, reason });
  if (nextLink(linkHeader ?? '') !== undefined)
    add({ style: 'link-header', ...method }, 'The Link header of the response has rel="next".');
  if (odataNextLink(document) !== undefined)
    add({ style: 'odata-next-link' }, 'The response gives the next page in @odata.nextLink.');
  for (const selector of members.flatMap((member) => linkIn(member, response.url) ?? [])) {
    const flag = moreSelector === '' ? {} : { moreSelector };
    add(
      { style: 'next-url', selector, ...flag, ...method },
      `The response gives the address of the next page at ${selector}.`,
    );
  }
  return found;
}

/** A statement is sent once, and its pages are fetched from where the response says. */
const furtherMethod = ({ method = 'GET', body }: SeenList['response']) =>
  takesBody(method) || body !== undefined ? ({ method: 'GET' } as const) : {};

/** The selector of the address that a member is or holds. */
function linkIn(member: NearbyMember, requested: URL): string | undefined {
  if (!namesNextPage(member, requested)) return undefined;
  const value = plainValue(member);
  if (typeof value === 'string') return isLink(value) ? selectorOfValue(member) : undefined;
  return relationIn(member) ?? addressIn(member);
}

/** Not a query alone: followed as a link, it would drop the rest of the query. */
export function isLink(value: unknown): boolean {
  return typeof value === 'string' && /^(?:https?:\/\/|\/)\S+$/.test(value);
}

/** Lists of links, as FHIR (`relation`, `url`) and many others (`rel`, `href`) have them; a link alone in XML is one too. */
function relationIn({ path, value }: NearbyMember): string | undefined {
  const links = (Array.isArray(value) ? (value as unknown[]).slice(0, 20) : [value]).filter(isHolder);
  for (const link of links) {
    const [rel, href] = [relationNames, targetNames].map((names) =>
      names.find((name) => typeof link[name] === 'string'),
    );
    if (rel === undefined || href === undefined || link[rel] !== 'next') continue;
    return `${selectorOf(path)}[?@${selectorOf([rel]).slice(1)} == 'next']${selectorOf([href]).slice(1)}`;
  }
  return undefined;
}

const relationNames = ['rel', 'relation', '@rel'];
const targetNames = ['href', 'url', '@href'];

/** `nextPage: {href}` */
function addressIn({ path, value }: NearbyMember): string | undefined {
  const name = isHolder(value) ? ['href', 'url', 'uri', 'link'].find((each) => isLink(value[each])) : undefined;
  return name === undefined ? undefined : selectorOf([...path, name]);
}
