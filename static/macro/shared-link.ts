import type { CellValue, ColumnFilter, RowWindow, SortOrder, VariableValues } from '../../src/shared/contract';
import { linkPrefix } from '../../src/shared/link-values';
import { mostFilterValues } from '../visuals/table/column-filter';
import { mostSorts } from '../visuals/table/order';
import type { SessionStart } from './session-state';

const longestText = 200;
const longestValue = 1000;
const longestKey = 100;
const mostParts = 20;
const longestLink = 8000;

/** What our parameters are called behind the prefix and the local id. */
const ours = /^(?:search|sort|filter\..*|value\..*)$/;

function prefixOf(localId: string): string {
  return `${linkPrefix}${localId}.`;
}

function sortOf(text: string): SortOrder {
  const isDescending = text.startsWith('-');
  return { column: isDescending ? text.slice(1) : text, direction: isDescending ? 'descending' : 'ascending' };
}

function isCell(value: unknown): value is CellValue {
  if (typeof value === 'string') return value.length <= longestValue;
  return value === null || typeof value === 'boolean' || Number.isFinite(value);
}

function filterOf(column: string, text: string): ColumnFilter[] {
  try {
    const values: unknown = JSON.parse(text);
    if (!Array.isArray(values) || values.length === 0 || values.length > mostFilterValues) return [];
    return values.every(isCell) ? [{ column, values }] : [];
  } catch {
    return [];
  }
}

/** What stands behind `kind.` in the names of the parameters, with the values, as many as are taken. */
function namedParts(parts: [string, string][], kind: string): [string, string][] {
  return parts
    .filter(([name]) => name.startsWith(`${kind}.`) && name.length > kind.length + 1)
    .map(([name, value]): [string, string] => [name.slice(kind.length + 1), value])
    .filter(([key]) => key.length <= longestKey)
    .slice(0, mostParts);
}

/**
 * What a page's address says of a macro's rows; parts that are none of ours, too long or malformed are left out. Names
 * carry the macro's local id; one without it is for every macro on the page.
 */
export function readSharedLink(address: string, localId: string): SessionStart {
  if (!URL.canParse(address)) return {};
  const all = [...new URL(address).searchParams].filter(([name]) => name.startsWith(linkPrefix));
  const own = prefixOf(localId);
  const parts = all.map(([name, value]): [string, string] => [
    name.slice(name.startsWith(own) ? own.length : linkPrefix.length),
    value,
  ]);
  const search = parts
    .find(([name]) => name === 'search')?.[1]
    .trim()
    .slice(0, longestText);
  const sorts = parts
    .filter(([name, value]) => name === 'sort' && value.replace(/^-/, '') !== '' && value.length <= longestKey)
    .map(([, value]) => sortOf(value))
    .slice(0, mostSorts);
  const filters = namedParts(parts, 'filter').flatMap(([column, text]) => filterOf(column, text));
  const values = namedParts(parts, 'value').filter(([, value]) => value.length <= longestValue);
  return {
    values: Object.fromEntries(values),
    window: {
      ...(search && { search }),
      ...(sorts.length > 0 && { sorts }),
      ...(filters.length > 0 && { filters }),
    },
  };
}

/**
 * The page's address with the reader's values and the choice and order of their rows in it, in place of those of this macro
 * that it had. Null where it would be too long for browsers and mails.
 */
export function linkTo(address: string, localId: string, values: VariableValues, window: RowWindow): string | null {
  const url = new URL(address);
  const own = prefixOf(localId);
  for (const name of [...url.searchParams.keys()]) {
    const isForAll = name.startsWith(linkPrefix) && ours.test(name.slice(linkPrefix.length));
    if (isForAll || name.startsWith(own)) url.searchParams.delete(name);
  }
  const add = (name: string, value: string): void => url.searchParams.append(`${own}${name}`, value);
  if (window.search) add('search', window.search);
  for (const { column, direction } of window.sorts ?? [])
    add('sort', direction === 'descending' ? `-${column}` : column);
  for (const { column, values: chosen } of window.filters ?? []) add(`filter.${column}`, JSON.stringify(chosen));
  for (const [key, value] of Object.entries(values)) add(`value.${key}`, value);
  return url.href.length > longestLink ? null : url.href;
}
