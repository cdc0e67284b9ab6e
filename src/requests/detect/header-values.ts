import type { DetectedPagination, PageTarget } from '../../shared/contract';
import { isNextHeader } from '../more/header-signs';
import { wordsOf } from '../more/name-words';
import { isFilled } from '../more/next-sign';
import { isLink } from './next-link';
import type { SeenList } from './seen-list';
import { commonSpelling, spelled } from './spelling';

interface NextHeader {
  name: string;
  value: string;
}

/** What the headers of the response lead on with: the address of the next page, or values that the next request takes. */
export function headerValues({ response }: SeenList): DetectedPagination[] {
  const found = [...(response.headers ?? [])].filter(
    ([name, value]) => name.toLowerCase() !== 'link' && isNextHeader(name) && isFilled(value),
  );
  const headers = found.map(([name, value]): NextHeader => ({ name, value }));
  const url = headers.find(({ value }) => isLink(value));
  if (url) return [addressIn(url)];
  return headers.length === 0 ? [] : targetsOf(headers, response).map((targets) => valuesIn(headers, targets));
}

function addressIn({ name }: NextHeader): DetectedPagination {
  return {
    pagination: { style: 'header-url', header: name },
    reason: `The response header ${name} gives the address of the next page.`,
  };
}

function valuesIn(headers: readonly NextHeader[], targets: readonly PageTarget[]): DetectedPagination {
  const values = headers.map(({ name }, index) => ({ from: 'header', name, target: targets[index]! }) as const);
  const [first] = targets;
  const names = headers.map(({ name }) => name).join(' and ');
  const place =
    first?.in === 'header' ? 'go back as they came' : `go into ${targets.map(({ name }) => name).join(' and ')}`;
  return {
    pagination: { style: 'values', values: [...values] },
    reason: `The response has ${names} among its headers, which usually ${place}. Page two shows whether they do.`,
  };
}

/** Ways to send the headers on: back as headers where the request sends such itself, else as parameters first. */
function targetsOf(headers: readonly NextHeader[], { requestHeaders = [], url }: SeenList['response']): PageTarget[][] {
  const spelling = commonSpelling(
    [...url.searchParams.keys()].filter((name) => !/^\W/.test(name) && !name.startsWith('api-')),
  );
  const back = headers.map(({ name }): PageTarget => ({ in: 'header', name }));
  const written = (words: readonly string[]) => spelled(words, headers.length > 1 ? 'pascal' : (spelling ?? 'camel'));
  const parameters = headers.map(({ name }): PageTarget => ({ in: 'parameter', name: written(parameterWords(name)) }));
  const prefix = /^(?:x-)?[a-z]+-/i.exec(headers[0]?.name ?? '')?.[0].toLowerCase() ?? '-';
  const sendsSuch = requestHeaders.some((name) => name.toLowerCase().startsWith(prefix));
  return sendsSuch ? [back, parameters] : [parameters, back];
}

/** Without whose header it is, and what it leads to: `x-ms-continuation-NextRowKey` is next, row, key. */
function parameterWords(name: string): string[] {
  const words = wordsOf(name).filter((word, index) => !(index < 2 && ['x', 'ms', 'amz', 'goog'].includes(word)));
  const own = words.slice(words.indexOf('continuation') + 1);
  if (words.includes('continuation') && own.includes('next')) return own;
  const unled = words.filter((word) => word !== 'next');
  return unled.length > 0 ? unled : words;
}
