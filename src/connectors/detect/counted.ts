import type { PageTotal } from '../../contract';
import { countItems } from '../pagination/count-items';
import type { PaginationProposal, SeenAnswer } from '../detect-pagination';
import { listSelector, type Member, membersNearTop, plainName, selectorOf } from './members';

const offsetName = /^(?:offset|skip|startat|startindex|start|from|first|sysparmoffset)$/;
const limitName = /^(?:limit|top|maxresults|pagesize|perpage|count|size|take|itemsperpage|rows|sysparmlimit)$/;
const pageName = /^(?:page|pageno|pagenumber|pagenum|pageindex|currentpage|number|p)$/;
const totalRowsName =
  /^(?:total|totalcount|totalresults|totalelements|totalrecords|totalitems|totalsize|totalhits|count|numfound)$/;
const totalPagesName = /^(?:totalpages|pagecount|pages|lastpage|numpages|totalpage)$/;

interface Seen {
  members: Member[];
  itemsSelector: string;
  items: number;
  parameters: { name: string; value: number }[];
  total: PageTotal | undefined;
}

/**
 * Paging by numbers: an offset or a page number that the request sends or the response repeats, where the response holds
 * rows and not yet all of what it says there is.
 */
export function detectCounted({ url, document }: SeenAnswer): PaginationProposal | undefined {
  const members = membersNearTop(document);
  const itemsSelector = listSelector(document);
  const items = countItems(itemsSelector, document);
  const total = totalOf(members);
  if (items === 0 || isAll(members, total, items)) return undefined;
  const seen = { members, itemsSelector, items, parameters: numbersOf(url), total };
  return detectOffset(seen) ?? detectPageNumber(seen);
}

function numbersOf(url: URL): { name: string; value: number }[] {
  return [...url.searchParams].flatMap(([name, value]) =>
    /^\d{1,9}$/.test(value) ? [{ name, value: Number(value) }] : [],
  );
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

function detectOffset({ members, parameters, items, itemsSelector, total }: Seen): PaginationProposal | undefined {
  const sent = parameters.find(({ name }) => offsetName.test(plainName(name)));
  const told = numberNamed(members, offsetName);
  if (!sent && !(told && total)) return undefined;
  const offset = sent?.name ?? told?.name ?? 'offset';
  const limit = parameters.find(({ name }) => limitName.test(plainName(name)));
  const start = plainName(offset) === 'startindex' ? 1 : 0;
  const pageSize = limit?.value || items;
  const limitParameter = limit?.name ?? limitFor(offset, members);
  return {
    pagination: {
      style: 'offset-limit',
      offset: { in: 'parameter', name: offset },
      limit: { in: 'parameter', name: limitParameter },
      pageSize,
      start,
      itemsSelector,
      total,
    },
    reason: `${sent ? 'The request has' : 'The response has'} the offset ${offset}, and ${moreReason(total, items)}.`,
  };
}

/** APIs that repeat the limit mostly call it what the parameter is called; SCIM takes `count` (RFC 7644 section 3.4.2.4). */
function limitFor(offset: string, members: readonly Member[]): string {
  if (plainName(offset) === 'startindex') return 'count';
  return (
    members.find(({ name, value }) => typeof value === 'number' && limitName.test(plainName(name)))?.name ?? 'limit'
  );
}

function detectPageNumber({ members, parameters, items, itemsSelector, total }: Seen): PaginationProposal | undefined {
  const sent = parameters.find(({ name }) => pageName.test(plainName(name)));
  const told = numberNamed(members, pageName);
  if (!sent && !(told && total)) return undefined;
  const start = (sent?.value ?? told?.value) === 0 ? 0 : 1;
  const name = sent?.name ?? parameterFor(told?.name ?? 'page');
  return {
    pagination: { style: 'page-number', target: { in: 'parameter', name }, start, itemsSelector, total },
    reason: `${sent ? 'The request has' : 'The response has'} the page number ${sent?.name ?? told?.name ?? name}, and ${moreReason(total, items)}.`,
  };
}

/** Spring answers `number` and `current_page` is Laravel's; both take `page`. */
function parameterFor(told: string): string {
  return /^(?:number|currentpage)$/.test(plainName(told)) ? 'page' : told;
}

function moreReason(total: PageTotal | undefined, items: number): string {
  if (!total) return `it holds ${items} rows; whether there are more shows on page two`;
  return `there is more than these ${items} rows by ${total.selector}`;
}
