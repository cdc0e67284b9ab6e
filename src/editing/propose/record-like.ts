import { isPlain, type JsonObject } from '../../shared/row-shapes/json-object';
import { membersOf } from '../../shared/row-shapes/members';
import { wordsOf } from '../../requests/more/name-words';
import { isIdentifier } from './field-names';

/** Words of names that speak of the page, of the response or of another place, and not of a thing. */
const aboutThePage = new Set(
  `action after as before bookmark continuation count cursor duration elapsed error errors etag found first has href kind last
  limit link links marker message more nb next num object of offset ok page pages per prev previous query result self size
  start status success time took token total type uri url version`.split(/\s+/),
);

/** How many members say something of a thing itself; those that speak of a page or lead elsewhere do not. */
export function contentCount(object: JsonObject): number {
  return contentOf(object).length;
}

/**
 * Whether an object with a list of plain values in it is a thing that has such a list, and no response that brings it: it has
 * an id, or says more of itself than the list has entries.
 */
export function isRecordLike(object: JsonObject, entries: number): boolean {
  return (
    firstNames(object).some((name) => isIdentifier(name) && isPlain(object[name])) ||
    contentCount(object) >= Math.max(entries, 1)
  );
}

/** More than any thing says of itself; what has more members is looked at so far. */
const mostMembers = 1000;
const firstNames = (object: JsonObject): string[] => membersOf(object).names.slice(0, mostMembers);

function contentOf(object: JsonObject): string[] {
  return firstNames(object).flatMap((name) => {
    const value = object[name];
    const saysSomething = (typeof value === 'string' && value !== '') || typeof value === 'number';
    return saysSomething && !wordsOf(name).some((word) => aboutThePage.has(word)) ? [name] : [];
  });
}
