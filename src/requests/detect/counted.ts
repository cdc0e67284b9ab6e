import type { DetectedPagination, PageTarget, PageTotal } from '../../shared/contract';
import { countItems } from '../pagination/count-items';
import { type SentNumber, sentNumbers } from '../more/requested-numbers';
import type { SeenResponse } from './seen-response';
import { listSelector, type Member, membersNearTop, plainName, selectorOf } from './members';

/** `first` is an offset beside a limit only, as with Keycloak; alone it is how many rows a GraphQL query wants. */
const offsetName = /^(?:offset|skip|startat|startindex|start|from|first|sysparmoffset)$/;
const limitName = /^(?:limit|top|maxresults|pagesize|perpage|count|size|take|max|itemsperpage|rows|sysparmlimit)$/;
const pageName = /^(?:page|pageno|pagenumber|pagenum|pageindex|currentpage|number|p)$/;
const totalRowsName =
  /^(?:total|totalcount|totalresults|totalelements|totalrecords|totalitems|totalsize|totalhits|count|numfound)$/;
const totalPagesName = /^(?:totalpages|pagecount|pages|lastpage|numpages|totalpage)$/;

interface Seen {
  members: Member[];
  itemsSelector: string;
  items: number;
  sent: SentNumber[];
  total: PageTotal | undefined;
}

/**
 * Paging by numbers: an offset or a page number that the request sends or the response repeats, where the response holds
 * rows and not yet all of what it says there is.
 */
export function detectCounted({ url, body, document }: SeenResponse): DetectedPagination | undefined {
  const members = membersNearTop(document);
  const itemsSelector = listSelector(document);
  const items = countItems(itemsSelector, document);
  const total = totalOf(members);
  if (items === 0 || isAll(members, total, items)) return undefined;
  const seen = { members, itemsSelector, items, sent: sentNumbers({ url, body }), total };
  return detectOffset(seen) ?? detectPageNumber(seen);
}

function totalOf(members: readonly Member[]): PageTotal | undefined {
  const rows = numberNamed(members, totalRowsName);
  if (rows) return { of: 'rows', selector: selectorOf(rows.names) };
  const pages = numberNamed(members, totalPagesName);
  return pages && { of: 'pages', selector: selectorOf(pages.names) };
}

type NumberMember = Member & { value: number };

function numberNamed(members: readonly Member[], pattern: RegExp): NumberMember | undefined {
  const isNumber = (member: Member): member is NumberMember =>
    typeof member.value === 'number' && Number.isSafeInteger(member.value);
  return members.filter(isNumber).find(({ name }) => pattern.test(plainName(name)));
}

function isAll(members: readonly Member[], total: PageTotal | undefined, items: number): boolean {
  const value = members.find(({ names }) => selectorOf(names) === total?.selector)?.value;
  if (typeof value !== 'number' || value === 0) return false;
  return total?.of === 'pages' ? value <= 1 : value <= items;
}

function detectOffset({ members, sent, items, itemsSelector, total }: Seen): DetectedPagination | undefined {
  const limit = sent.find((each) => limitName.test(plainName(each.name)));
  const requested = sent.find(({ name }) => offsetName.test(plainName(name)) && (limit || plainName(name) !== 'first'));
  const told = firstOffset(numberNamed(members, offsetName));
  if (!requested && !(told && total)) return undefined;
  const name = requested?.name ?? told?.name ?? 'offset';
  const offset: PageTarget = requested?.target ?? { in: 'parameter', name };
  const start = plainName(name) === 'startindex' ? 1 : 0;
  const pageSize = limit?.value || items;
  return {
    pagination: {
      style: 'offset-limit',
      offset,
      limit: limit?.target ?? besides(offset, limitFor(name, members)),
      pageSize,
      start,
      itemsSelector,
      total,
    },
    reason: reasonFor('offset', total, items),
  };
}

/** The first page begins at 0 or 1; an offset from elsewhere, of a time zone say, is another thing. */
const firstOffset = (told: NumberMember | undefined) => (told && told.value <= 1 ? told : undefined);

/** Another name at the place of the target. */
function besides({ in: place, name }: PageTarget, other: string): PageTarget {
  return { in: place, name: place === 'body' ? [...name.split('.').slice(0, -1), other].join('.') : other };
}

/** APIs that repeat the limit mostly call it what the parameter is called; SCIM takes `count` (RFC 7644 section 3.4.2.4). */
function limitFor(offset: string, members: readonly Member[]): string {
  if (plainName(offset) === 'startindex') return 'count';
  return (
    members.find(({ name, value }) => typeof value === 'number' && limitName.test(plainName(name)))?.name ?? 'limit'
  );
}

function detectPageNumber({ members, sent, items, itemsSelector, total }: Seen): DetectedPagination | undefined {
  const requested = sent.find(({ name }) => pageName.test(plainName(name)));
  const told = numberNamed(members, pageName);
  if (!requested && !(told && total)) return undefined;
  const start = (requested?.value ?? told?.value) === 0 ? 0 : 1;
  const target: PageTarget = requested?.target ?? { in: 'parameter', name: parameterFor(told?.name ?? 'page') };
  return {
    pagination: { style: 'page-number', target, start, itemsSelector, total },
    reason: reasonFor('page number', total, items),
  };
}

/** Spring sends `number` and `current_page` is Laravel's; both take `page`. */
function parameterFor(told: string): string {
  return /^(?:number|currentpage)$/.test(plainName(told)) ? 'page' : told;
}

function reasonFor(way: 'offset' | 'page number', total: PageTotal | undefined, items: number): string {
  const rows = items === 1 ? 'this row' : `these ${items} rows`;
  return total
    ? `The API pages by ${way}; ${total.selector} says there are more than ${rows}.`
    : `The API pages by ${way}. Page two shows whether there are more than ${rows}.`;
}
