import { nextLink } from '../pagination/link-header';
import type { Counting, CountSign } from './count-signs';
import { signOf } from './count-signs';
import { isFilled } from './next-sign';
import { wordsOf } from './name-words';

/** The headers of a response by name. */
export type SeenHeaders = Iterable<readonly [string, string]>;

/** Whether a header names a next page: `Link` (RFC 8288), a continuation, or a number or cursor that follows. */
export function headersNameNextPage(headers: SeenHeaders): boolean {
  for (const [name, value] of headers) {
    if (name.toLowerCase() === 'link' ? nextLink(value) !== undefined : isNextHeader(name) && isFilled(value))
      return true;
  }
  return false;
}

const besideNext = new Set('cursor key marker offset page partition row rows start token'.split(' '));

/** Whether a header of that name leads to the next page. */
export function isNextHeader(name: string): boolean {
  const words = wordsOf(name);
  if (words.some((word) => ['continuation', 'marker', 'bookmark'].includes(word))) return true;
  const isNext = words.includes('next') && words.some((word) => besideNext.has(word));
  return isNext || (words.includes('cursor') && !words.includes('prev') && !words.includes('previous'));
}

/** What a total in a header says: `Content-Range` (RFC 9110 section 14.4), `X-Total-Count` and its kin. */
export function headerTotalSign(headers: SeenHeaders, counting: Counting): CountSign {
  for (const [name, value] of headers) {
    const sign =
      name.toLowerCase() === 'content-range' ? rangeSign(value, counting) : totalHeaderSign(name, value, counting);
    if (sign !== undefined) return sign;
  }
  return undefined;
}

function totalHeaderSign(name: string, value: string, counting: Counting): CountSign {
  const total = totalIn(name, value);
  return total === undefined ? undefined : signOf(total, wordsOf(name).includes('total'), counting);
}

/** The name of a header with a total of more rows than that; `undefined` where there is none. */
export function headerOfTotal(headers: SeenHeaders, count: number): string | undefined {
  for (const [name, value] of headers) {
    const isRange = name.toLowerCase() === 'content-range';
    const total = isRange ? totalIn('total', value.slice(value.lastIndexOf('/') + 1)) : totalIn(name, value);
    if (total !== undefined && total > count) return name;
  }
  return undefined;
}

const totalWords = new Set(
  'all container count elements entries found item items object objects of record records result results row rows total'.split(
    ' ',
  ),
);

function totalIn(name: string, value: string): number | undefined {
  if (!/^\d{1,15}$/.test(value.trim())) return undefined;
  const words = wordsOf(name).filter((word) => !['x', 'wp', 'ms', 'pagination', 'collection'].includes(word));
  const isTotal = words.includes('total') || (words.length > 1 && words.includes('count'));
  return isTotal && words.every((word) => totalWords.has(word)) ? Number(value) : undefined;
}

/** The last of the range counts from 0. */
function rangeSign(value: string, { count }: Counting): CountSign {
  const [, last = '', total = ''] = /\d-(\d+)\/(\d+)\s*$/.exec(value) ?? [];
  if (total === '' || count === 0) return undefined;
  return Number(last) + 1 >= Number(total) ? 'end' : { by: 'total', total: Number(total) };
}
